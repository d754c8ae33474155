-- Who leads a school sees which lists were told on a day, by whom, and takes one back: all of it, and nothing else.
CREATE TABLE absence_list (
    list_id      text PRIMARY KEY,
    school_id    text NOT NULL,
    school_day   date NOT NULL,
    taken_at     timestamptz NOT NULL,
    told_by      text NOT NULL,
    complete_in  text[] NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_by text
);
CREATE INDEX absence_list_of_day ON absence_list (school_id, school_day);

-- taken_at is what the mark is ordered by among other marks: later than its list where the mark was told again, since a newer list was
-- taken back. A row may outlive its list, where a legal hold of the student keeps it.
CREATE TABLE absence_list_row (
    list_id    text NOT NULL,
    school_id  text NOT NULL,
    school_day date NOT NULL,
    student_id text NOT NULL,
    period     text NOT NULL,
    code       text NOT NULL,
    taken_at   timestamptz NOT NULL,
    PRIMARY KEY (list_id, student_id, period)
);
CREATE INDEX absence_list_row_of_day ON absence_list_row (school_id, school_day);
CREATE INDEX absence_list_row_of_student ON absence_list_row (student_id);

CALL guard_rows('absence_list', of_the_schools('school_id'));
CALL guard_rows('absence_list_row', of_the_schools('school_id'));
