-- Badges and scans that wait belong to no school. The service says each time that it works for the system; whoever forgets that gets
-- nothing.
CALL guard_rows('badge_roster', NULL);
CALL guard_rows('badge_roster_claim', NULL);
CALL guard_rows('badge_claim', NULL);
CALL guard_rows('waiting_scan', NULL);
CALL guard_rows('expired_scan', NULL);
