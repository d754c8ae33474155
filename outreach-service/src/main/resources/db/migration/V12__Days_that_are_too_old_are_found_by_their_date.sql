-- Rows come nearly in the order of their days, so that a summary of each block of pages finds a day that is to be purged, and costs
-- next to nothing while rows come.
CREATE INDEX student_day_by_age ON student_day USING brin (school_day);
CREATE INDEX mark_version_by_age ON mark_version USING brin (school_day);
CREATE INDEX whereabouts_by_age ON whereabouts USING brin (school_day);
CREATE INDEX whereabouts_step_by_age ON whereabouts_step USING brin (school_day);
