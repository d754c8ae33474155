CREATE TABLE file (
    student_id text NOT NULL,
    school_id  text NOT NULL
);
CALL guard_rows('file', of_the_schools('school_id'));
