CREATE TABLE remark (
    student_id text,
    made_by    text        NOT NULL,
    at         timestamptz NOT NULL
);
CALL guard_rows('remark', NULL);
