CREATE TABLE movement (
    year      int  NOT NULL,
    kind      text NOT NULL,
    school_id text COLLATE "C" NOT NULL,
    value     text COLLATE "C" NOT NULL,
    month     date NOT NULL,
    was       text NOT NULL,
    now_is    text NOT NULL,
    students  int  NOT NULL,
    PRIMARY KEY (year, kind, school_id, value, month, was, now_is)
) WITH (fillfactor = 80);
COMMENT ON TABLE movement IS 'How students stood at the end of a month, by how they stood at the end of the one before; kept up like tallies.';
COMMENT ON COLUMN movement.month IS 'its last day';

-- What is there already is counted anew, so that it moves too.
TRUNCATE tally, tally_month;
INSERT INTO tally_learned AS t (year, kind, school_id, value, learned_on, day, enrolled, counted, absent, left_out, satisfactory, at_risk,
    chronic, severe)
SELECT year, kind, school_id, value, CURRENT_DATE, day, -sum(enrolled), -sum(counted), -sum(absent), -sum(left_out), -sum(satisfactory),
    -sum(at_risk), -sum(chronic), -sum(severe)
FROM tally_learned GROUP BY year, kind, school_id, value, day
ON CONFLICT (year, kind, school_id, value, learned_on, day) DO UPDATE SET
    enrolled = t.enrolled + excluded.enrolled, counted = t.counted + excluded.counted, absent = t.absent + excluded.absent,
    left_out = t.left_out + excluded.left_out, satisfactory = t.satisfactory + excluded.satisfactory,
    at_risk = t.at_risk + excluded.at_risk, chronic = t.chronic + excluded.chronic, severe = t.severe + excluded.severe;
UPDATE student_year SET marks = '', days = '', first_day = NULL, grade = NULL, homeroom = NULL, groups = '[]';
INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year;
