-- When a call bridge last rang somebody for a call task, so that it rings a few times within an hour at the most, whichever replica is asked.
CREATE TABLE bridged_ring (
    task_id    text COLLATE "C" NOT NULL,
    caller     text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date          NOT NULL,
    rung_at    timestamptz[] NOT NULL,
    PRIMARY KEY (task_id, caller)
);
COMMENT ON COLUMN bridged_ring.caller IS 'who was rung; by which number is kept nowhere';
COMMENT ON COLUMN bridged_ring.rung_at IS 'the rings of the last hour, as of the last one';
CREATE INDEX bridged_ring_by_age ON bridged_ring USING brin (school_day);
CALL guard_rows('bridged_ring', of_the_schools('school_id'));
