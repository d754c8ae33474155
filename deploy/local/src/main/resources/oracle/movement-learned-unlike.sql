-- Where movement as it was known on the last day of a month and tallies as they were known on it say something else of the same
-- students. Of months before anything of movement was written down by when it was learned there is nothing to compare.
WITH since AS (
    SELECT min(learned_on) AS day FROM movement_learned
), moved AS (
    SELECT year, kind, school_id, value, month, now_is, students FROM movement
    UNION ALL
    SELECT year, kind, school_id, value, month, now_is, -students FROM movement_learned WHERE learned_on > month
), moved_to AS (
    SELECT year, kind, school_id, value, month, now_is AS stands, sum(students) AS students
    FROM moved CROSS JOIN since WHERE month >= since.day
    GROUP BY year, kind, school_id, value, month, now_is HAVING sum(students) <> 0
), added AS (
    SELECT m.year, m.kind, m.school_id, m.value, m.month, sum(t.enrolled) AS enrolled, sum(t.left_out) AS left_out,
        sum(t.satisfactory) AS satisfactory, sum(t.at_risk) AS at_risk, sum(t.chronic) AS chronic, sum(t.severe) AS severe
    FROM (SELECT DISTINCT year, kind, school_id, value, month FROM moved CROSS JOIN since WHERE month >= since.day) AS m
    JOIN tally_learned t USING (year, kind, school_id, value)
    WHERE t.day <= m.month AND t.learned_on <= m.month GROUP BY m.year, m.kind, m.school_id, m.value, m.month
), tallied AS (
    SELECT a.year, a.kind, a.school_id, a.value, a.month, s.stands, s.students
    FROM added a CROSS JOIN LATERAL (VALUES
        ('NO_DAY_COUNTS', enrolled - left_out - satisfactory - at_risk - chronic - severe), ('BELOW_MINIMUM_ENROLMENT', left_out),
        ('SATISFACTORY', satisfactory), ('AT_RISK', at_risk), ('CHRONIC', chronic), ('SEVERELY_CHRONIC', severe)) AS s (stands, students)
    WHERE s.students <> 0
)
SELECT concat_ws(' ', 'known then', year, kind, school_id, value, month, stands, 'moved', m.students, 'tallied', t.students)
FROM moved_to m FULL JOIN tallied t USING (year, kind, school_id, value, month, stands)
WHERE m.students IS DISTINCT FROM t.students
ORDER BY 1
