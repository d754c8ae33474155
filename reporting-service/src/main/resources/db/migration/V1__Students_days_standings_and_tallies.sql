-- What the topics say. Ids and event ids compare byte by byte, as in Java: the latest version is the same everywhere.

CREATE TABLE mark (
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    period     text        NOT NULL,
    kind       text        NOT NULL,
    reason     text,
    withdrawn  boolean     NOT NULL,
    version    bigint      NOT NULL,
    taken_at   timestamptz NOT NULL,
    event_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (school_id, school_day, student_id, period)
);
COMMENT ON TABLE mark IS 'The latest version of each mark. Who is present mostly has none.';
CREATE INDEX mark_by_student ON mark (student_id, school_day);
CREATE INDEX mark_by_age ON mark USING brin (school_day);

CREATE TABLE submission (
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    period     text        NOT NULL,
    class_id   text        NOT NULL,
    withdrawn  boolean     NOT NULL,
    version    bigint      NOT NULL,
    taken_at   timestamptz NOT NULL,
    event_id   text COLLATE "C" NOT NULL,
    PRIMARY KEY (school_id, school_day, period, class_id)
);
COMMENT ON COLUMN submission.class_id IS 'empty: the whole school';
CREATE INDEX submission_by_age ON submission USING brin (school_day);

CREATE TABLE known_absence (
    absence_id text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C",
    reason     text        NOT NULL,
    from_day   date        NOT NULL,
    to_day     date        NOT NULL,
    withdrawn  boolean     NOT NULL,
    version    bigint      NOT NULL,
    taken_at   timestamptz NOT NULL,
    event_id   text COLLATE "C" NOT NULL
);
COMMENT ON COLUMN known_absence.school_id IS 'null: all of the student''s schools';
CREATE INDEX known_absence_by_student ON known_absence (student_id);

CREATE TABLE school (
    school_id      text COLLATE "C" PRIMARY KEY,
    version        bigint  NOT NULL,
    name           text    NOT NULL,
    zone           text    NOT NULL,
    trigger_period text    NOT NULL,
    sends_taken    boolean NOT NULL
);

-- Strips have one letter for each date from the school year's first on; a point says nothing, and the end is cut off where only
-- points follow. docs/decisions/0021 says why.
CREATE TABLE school_year (
    school_id        text COLLATE "C" NOT NULL,
    year             int    NOT NULL,
    calendar_version bigint NOT NULL DEFAULT -1,
    calendar         text   NOT NULL DEFAULT '',
    submitted        text   NOT NULL DEFAULT '',
    waits_until      date,
    PRIMARY KEY (school_id, year)
);
CREATE INDEX school_year_waiting ON school_year (waits_until) WHERE waits_until IS NOT NULL;
COMMENT ON COLUMN school_year.year IS 'the calendar year in which the school year begins';
COMMENT ON COLUMN school_year.calendar IS 'a strip: on each instructional day how many periods it has, counted from the letter 0 on';
COMMENT ON COLUMN school_year.submitted IS 'a strip: S on each day whose attendance was submitted';
COMMENT ON COLUMN school_year.waits_until IS 'the first day that was submitted before it came';

CREATE TABLE roster_version (
    student_id  text COLLATE "C" NOT NULL,
    version     bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    told        jsonb       NOT NULL,
    PRIMARY KEY (student_id, version)
);
COMMENT ON TABLE roster_version IS 'All that a roster ever said of a student''s enrolments: who leaves drops out of the next one, and still counts until then.';

CREATE TABLE enrolment (
    student_id   text COLLATE "C" NOT NULL,
    school_id    text COLLATE "C" NOT NULL,
    entry_day    date NOT NULL,
    exit_day     date NOT NULL,
    grade        text,
    homeroom     text,
    first_period text,
    groups       jsonb NOT NULL,
    PRIMARY KEY (student_id, school_id, entry_day)
);
COMMENT ON TABLE enrolment IS 'Follows from roster_version.';
CREATE INDEX enrolment_by_school ON enrolment (school_id, student_id);

-- What follows from that.

CREATE TABLE student_year (
    year       int  NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    year_ends  date NOT NULL,
    marks      text NOT NULL DEFAULT '',
    days       text NOT NULL DEFAULT '',
    first_day  date,
    grade      text,
    homeroom   text,
    groups     jsonb NOT NULL DEFAULT '[]',
    PRIMARY KEY (year, school_id, student_id)
) WITH (fillfactor = 70);
COMMENT ON COLUMN student_year.year_ends IS 'the school year''s last date, by which the row ages';
COMMENT ON COLUMN student_year.marks IS 'a strip: what the marks of the day say, P, L, H, A, or ? where one is not understood';
COMMENT ON COLUMN student_year.days IS 'a strip: P present, L late, H half a day absent, A absent, on each day that counts';
COMMENT ON COLUMN student_year.first_day IS 'the first day of the year on which the student was enrolled; this and what follows is as tallied';
CREATE INDEX student_year_by_student ON student_year (student_id, year);

CREATE TABLE standing (
    student_id       text COLLATE "C" PRIMARY KEY,
    year             int    NOT NULL,
    school_id        text COLLATE "C",
    as_of            date   NOT NULL,
    enrolled_halves  int    NOT NULL,
    absent_halves    int    NOT NULL,
    band             text,
    left_halves      int,
    can_end_below    boolean,
    run              int    NOT NULL,
    last_twenty      text   NOT NULL,
    version          bigint NOT NULL
) WITH (fillfactor = 80);
COMMENT ON TABLE standing IS 'As it was told on attendance.standing.v1.';

CREATE TABLE tally (
    year         int  NOT NULL,
    kind         text NOT NULL,
    school_id    text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    day          date NOT NULL,
    enrolled     int  NOT NULL,
    counted      int  NOT NULL,
    absent       int  NOT NULL,
    left_out     int  NOT NULL,
    satisfactory int  NOT NULL,
    at_risk      int  NOT NULL,
    chronic      int  NOT NULL,
    severe       int  NOT NULL,
    PRIMARY KEY (year, kind, school_id, value, day)
) WITH (fillfactor = 80);
COMMENT ON TABLE tally IS 'What a day added: students who came, days that counted, half days absent, and by how many each band grew. A report as of a date is the sum up to it.';
COMMENT ON COLUMN tally.kind IS 'SCHOOL, GRADE, HOMEROOM or GROUP; with the school *, where nobody is counted twice, also DISTRICT';

CREATE TABLE tally_month (LIKE tally INCLUDING ALL);
COMMENT ON TABLE tally_month IS 'The same for whole months, under each month''s first day, so that a report adds few rows.';

CREATE TABLE refresh (
    refresh_id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    school_id     text COLLATE "C" NOT NULL,
    year          int     NOT NULL,
    everything    boolean NOT NULL,
    after_student text COLLATE "C" NOT NULL DEFAULT ''
);
COMMENT ON TABLE refresh IS 'Schools all of whose students are to be counted again, and how far that is.';
COMMENT ON COLUMN refresh.everything IS 'it is looked anew who is enrolled, and all marks are read again';

-- Whose rows they are.
CALL guard_rows('mark', of_the_schools('school_id'));
CALL guard_rows('enrolment', of_the_schools('school_id'));
CALL guard_rows('student_year', of_the_schools('school_id'));
CALL guard_rows('known_absence', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = known_absence.student_id'
    ' AND (known_absence.school_id IS NULL OR e.school_id = known_absence.school_id))');
CALL guard_rows('roster_version', NULL);
-- A student's standing is of all schools, and seen by each that has the student.
CALL guard_rows('standing', 'EXISTS (SELECT FROM student_year y WHERE y.student_id = standing.student_id)');
