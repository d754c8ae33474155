-- Movement as it was known: what was added to it once more, by the day on which it was learned, of months that had begun by then.
-- Movement in a month, as it was known in the month or later, is what is known now less what was learned after that.
-- docs/decisions/0040 says why.
CREATE TABLE movement_learned (
    year       int  NOT NULL,
    kind       text NOT NULL,
    month      date NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    value      text COLLATE "C" NOT NULL,
    was        text NOT NULL,
    now_is     text NOT NULL,
    learned_on date NOT NULL,
    students   int  NOT NULL,
    PRIMARY KEY (year, kind, month, school_id, value, was, now_is, learned_on)
) WITH (fillfactor = 80);
COMMENT ON COLUMN movement_learned.learned_on IS 'the district''s date on which it was added; never before the first day of the month';

-- When it was learned what stands here already, nobody has written down: at the latest when anything was learned last.
INSERT INTO movement_learned
SELECT m.year, m.kind, m.month, m.school_id, m.value, m.was, m.now_is, l.learned_on, m.students
FROM movement m CROSS JOIN (SELECT coalesce(max(learned_on), CURRENT_DATE) AS learned_on FROM tally_learned) AS l
WHERE m.students <> 0 AND date_trunc('month', m.month) <= l.learned_on;
