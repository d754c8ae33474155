-- How the school year stands for a student, as reporting counts it. The latest version wins.
CREATE TABLE standing (
    student_id            text COLLATE "C" PRIMARY KEY,
    as_of                 date    NOT NULL,
    enrolled_half_days    int     NOT NULL,
    absent_half_days      int     NOT NULL,
    left_half_days        int,
    can_end_below_chronic boolean NOT NULL,
    in_a_row              int     NOT NULL,
    last_twenty_days      text    NOT NULL,
    version               bigint  NOT NULL
);
COMMENT ON COLUMN standing.left_half_days IS 'absences that the year may still have and end below chronic; null while nobody knows';
CALL guard_rows('standing', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = standing.student_id)');

-- Who is called first, and why.
CREATE TABLE call_task_rank (
    task_id    text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date     NOT NULL,
    band       smallint NOT NULL CHECK (band BETWEEN 1 AND 4),
    why        text     NOT NULL
);
CREATE INDEX call_task_rank_by_age ON call_task_rank USING brin (school_day);
CREATE INDEX call_task_unfinished ON call_task (student_id) WHERE state IN ('OPEN', 'CLAIMED', 'AWAITING_ARRIVAL');

-- Tasks of before that still wait: of those who left the building it is known why, of the others nothing yet. The owner of the tables sees
-- their rows for that moment only.
ALTER TABLE call_task NO FORCE ROW LEVEL SECURITY;
INSERT INTO call_task_rank (task_id, student_id, school_id, school_day, band, why)
SELECT task_id, student_id, school_id, school_day, CASE WHEN safety THEN 1 ELSE 4 END,
    CASE WHEN safety THEN 'Was in the building and left.' ELSE 'Nothing is known of the days before.' END
FROM call_task WHERE state IN ('OPEN', 'CLAIMED', 'AWAITING_ARRIVAL');
ALTER TABLE call_task FORCE ROW LEVEL SECURITY;
CALL guard_rows('call_task_rank', of_the_schools('school_id'));

-- A household is who shares a contact who may be called, or a number of theirs. Contacts are opaque ids of the roster.
CREATE TABLE student_contact (
    contact_id text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    PRIMARY KEY (contact_id, student_id)
);
CREATE INDEX student_contact_of ON student_contact (student_id);
CALL guard_rows('student_contact', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = student_contact.student_id)');

ALTER TABLE student_number ADD COLUMN may_call boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN student_number.may_call IS 'false: the number is nobody''s but of contacts who must not be called';

-- All entries are made again, with their contacts.
ALTER TABLE person NO FORCE ROW LEVEL SECURITY;
UPDATE person SET numbers_under = NULL;
ALTER TABLE person FORCE ROW LEVEL SECURITY;

-- Who is reached by the same call. A number of so many students is a home's or an office's, and makes no household of them. A function, so that
-- only the one student's entries are looked at, whatever it is joined with.
CREATE FUNCTION household_of(student text) RETURNS SETOF text LANGUAGE sql STABLE ROWS 2 AS $$
    SELECT theirs.student_id FROM student_contact mine JOIN student_contact theirs USING (contact_id)
    WHERE mine.student_id = student AND theirs.student_id <> student
        AND (SELECT count(*) FROM student_contact c WHERE c.contact_id = mine.contact_id) <= 12
    UNION
    SELECT theirs.student_id FROM student_number mine JOIN student_number theirs USING (entry)
    WHERE mine.student_id = student AND theirs.student_id <> student AND mine.may_call AND theirs.may_call
        AND (SELECT count(*) FROM student_number n WHERE n.entry = mine.entry) <= 12
$$;

-- Who last reached a family, and when.
CREATE INDEX call_attempt_reached ON call_attempt (student_id, started_at DESC)
    WHERE undone_at IS NULL AND outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER');
