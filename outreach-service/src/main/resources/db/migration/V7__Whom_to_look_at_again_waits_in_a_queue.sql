-- When to look again changes with most conclusions. Indexed, it had each of them entered anew into every index of the table.
-- A time is queued when it is set; one that no longer holds when it comes is passed over.
CREATE TABLE look_again (
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    school_day    date        NOT NULL,
    at            timestamptz NOT NULL,
    marked_absent boolean     NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 50000,
        autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 200000);
COMMENT ON TABLE look_again IS 'For every look_again_at of whereabouts there is a row here of that time or an earlier one.';

INSERT INTO look_again SELECT student_id, school_id, school_day, look_again_at, marked_absent
FROM whereabouts WHERE look_again_at IS NOT NULL;

CREATE INDEX look_again_due ON look_again (marked_absent DESC, at, school_id, school_day, student_id);

DROP INDEX whereabouts_due;
ALTER TABLE whereabouts SET (fillfactor = 70);
