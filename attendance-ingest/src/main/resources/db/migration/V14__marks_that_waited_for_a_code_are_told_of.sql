-- A mark whose code nobody has mapped is told of as a question while it waits. Those that have waited since before this was so
-- are looked at anew by the sweep: it tells of what comes to wait for another reason than before.
UPDATE quarantine
SET kind = 'UNKNOWN_SCHOOL', code = NULL, reason = 'looked at anew within a few seconds'
WHERE fact = 'ABSENCE_MARK' AND kind = 'UNMAPPED_CODE';
