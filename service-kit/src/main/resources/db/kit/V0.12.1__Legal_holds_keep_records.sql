-- What this service has read of privacy.orders.v1: of which students and schools nothing is purged. Owned by outreach-service, which
-- knows who ordered it and why; here only the latest of each hold counts.
CREATE TABLE known_hold (
    hold_id    text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C",
    school_id  text COLLATE "C",
    ended      boolean NOT NULL,
    version    bigint  NOT NULL,
    CHECK (num_nonnulls(student_id, school_id) = 1)
);
CALL guard_rows('known_hold', NULL);
