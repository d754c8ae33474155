-- Reports as they were known: what was added to tallies once more, by the day on which it was learned. A report as of a date, as it
-- was known on another, is the sum of what was learned until then. docs/decisions/0040 says why.
CREATE TABLE tally_learned (
    year         int  NOT NULL,
    kind         text NOT NULL,
    school_id    text COLLATE "C" NOT NULL,
    value        text COLLATE "C" NOT NULL,
    learned_on   date NOT NULL,
    day          date NOT NULL,
    enrolled     int  NOT NULL,
    counted      int  NOT NULL,
    absent       int  NOT NULL,
    left_out     int  NOT NULL,
    satisfactory int  NOT NULL,
    at_risk      int  NOT NULL,
    chronic      int  NOT NULL,
    severe       int  NOT NULL,
    PRIMARY KEY (year, kind, school_id, value, learned_on, day)
) WITH (fillfactor = 80);
COMMENT ON COLUMN tally_learned.learned_on IS 'the district''s date on which it was added';

-- When it was learned what stands here already, nobody has written down.
INSERT INTO tally_learned
SELECT year, kind, school_id, value, CURRENT_DATE, day, enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe
FROM tally;
