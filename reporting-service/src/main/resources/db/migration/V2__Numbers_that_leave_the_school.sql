-- What is told to who may not read of students one by one: counted once for each month, and then never otherwise.
-- docs/decisions/0026 says why.

CREATE TABLE released (
    as_of       date PRIMARY KEY,
    released_at timestamptz NOT NULL
);

CREATE TABLE released_cell (
    as_of        date NOT NULL REFERENCES released ON DELETE CASCADE,
    school_id    text COLLATE "C" NOT NULL,
    grade        text COLLATE "C" NOT NULL,
    shown_in     text NOT NULL,
    enrolled     int  NOT NULL,
    counted      int  NOT NULL,
    absent       int  NOT NULL,
    left_out     int  NOT NULL,
    satisfactory int  NOT NULL,
    at_risk      int  NOT NULL,
    chronic      int  NOT NULL,
    severe       int  NOT NULL,
    PRIMARY KEY (as_of, school_id, grade)
);
COMMENT ON TABLE released_cell IS 'The students of a grade of a school. With the school *: the district, where nobody is counted twice.';
COMMENT ON COLUMN released_cell.shown_in IS 'the smallest whole that has a number with these students in it: GRADE, SCHOOL or DISTRICT';
