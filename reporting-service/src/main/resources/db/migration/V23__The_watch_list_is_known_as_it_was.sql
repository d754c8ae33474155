-- The watch list as it was known: what it reads of a student's year, as it was before anything of the days that were over, the enrolment
-- or the place changed. As it was known at the end of a date is the first of these learned after it, else the year as it is now.
-- docs/decisions/0040 says why.
ALTER TABLE student_year ADD COLUMN enrolled text NOT NULL DEFAULT '';
COMMENT ON COLUMN student_year.enrolled IS
    'the dates on which the student was enrolled, by their number in the school year, the first is 0: 0-4 10-30; as tallied';

CREATE TABLE student_year_before (
    year       int  NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    learned_on date NOT NULL,
    year_ends  date NOT NULL,
    marks      text NOT NULL,
    enrolled   text NOT NULL,
    grade      text,
    homeroom   text,
    PRIMARY KEY (year, school_id, student_id, learned_on)
);
COMMENT ON TABLE student_year_before IS 'Days of marks from the date itself on may differ from what was known: they were not over.';
COMMENT ON COLUMN student_year_before.learned_on IS 'the district''s date on which it changed; the row is as it was before the first change of that date';
COMMENT ON COLUMN student_year_before.year_ends IS 'the school year''s last date, by which the row ages';
CREATE INDEX student_year_before_by_student ON student_year_before (student_id);

CALL guard_rows('student_year_before', of_the_schools('school_id'));

-- Students are counted again, so that the dates on which they were enrolled are there. On earlier days nobody was known to be.
INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year;
