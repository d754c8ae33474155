-- The service has just counted the whole year, and so has learned all of it today. Told day by day, it would have learned of who is
-- enrolled from the roster, and of every day on that day.
CREATE TABLE bench.learned AS SELECT * FROM tally_learned;
TRUNCATE tally_learned;
INSERT INTO tally_learned
SELECT year, kind, school_id, value, '${told}', day, enrolled, 0, 0, 0, 0, 0, 0, 0 FROM bench.learned WHERE enrolled <> 0
UNION ALL
SELECT year, kind, school_id, value, day, day, 0, counted, absent, left_out, satisfactory, at_risk, chronic, severe FROM bench.learned
WHERE (counted, absent, left_out, satisfactory, at_risk, chronic, severe) <> (0, 0, 0, 0, 0, 0, 0)
ORDER BY 1, 2, 3, 4, 5, 6;
DROP TABLE bench.learned;
