CREATE TABLE visit (
    visit_id   text PRIMARY KEY,
    student_id text  NOT NULL,
    school_id  text  NOT NULL,
    day        date  NOT NULL,
    facts      jsonb NOT NULL
);
CREATE TABLE visit_step (
    visit_id text NOT NULL,
    what     text NOT NULL
);
CREATE TABLE errand (
    student_id text        NOT NULL,
    at         timestamptz NOT NULL,
    note       jsonb
);
CALL guard_rows('visit', of_the_schools('school_id'));
CALL guard_rows('visit_step', NULL);
CALL guard_rows('errand', NULL);
