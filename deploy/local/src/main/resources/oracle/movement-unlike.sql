-- Where movement and tallies say something else of the same students: how many stand how at the end of a month, by where they moved
-- to, and as tallies add up; and by where they moved from, and where those of the month before moved to.
WITH moved_to AS (
    SELECT year, kind, school_id, value, month, now_is AS stands, sum(students) AS students
    FROM movement GROUP BY year, kind, school_id, value, month, now_is HAVING sum(students) <> 0
), moved_from AS (
    SELECT year, kind, school_id, value, month, was AS stands, sum(students) AS students
    FROM movement WHERE was <> 'NOT_HERE' GROUP BY year, kind, school_id, value, month, was HAVING sum(students) <> 0
), added AS (
    SELECT m.year, m.kind, m.school_id, m.value, m.month, sum(t.enrolled) AS enrolled, sum(t.left_out) AS left_out,
        sum(t.satisfactory) AS satisfactory, sum(t.at_risk) AS at_risk, sum(t.chronic) AS chronic, sum(t.severe) AS severe
    FROM (SELECT DISTINCT year, kind, school_id, value, month FROM movement) AS m
    JOIN tally t USING (year, kind, school_id, value)
    WHERE t.day <= m.month GROUP BY m.year, m.kind, m.school_id, m.value, m.month
), tallied AS (
    SELECT a.year, a.kind, a.school_id, a.value, a.month, s.stands, s.students
    FROM added a CROSS JOIN LATERAL (VALUES
        ('NO_DAY_COUNTS', enrolled - left_out - satisfactory - at_risk - chronic - severe), ('BELOW_MINIMUM_ENROLMENT', left_out),
        ('SATISFACTORY', satisfactory), ('AT_RISK', at_risk), ('CHRONIC', chronic), ('SEVERELY_CHRONIC', severe)) AS s (stands, students)
    WHERE s.students <> 0
), before AS (
    SELECT f.year, f.kind, f.school_id, f.value, f.month, t.stands, t.students
    FROM (SELECT DISTINCT year, kind, school_id, value, month FROM movement) AS f
    JOIN moved_to t ON t.year = f.year AND t.kind = f.kind AND t.school_id = f.school_id AND t.value = f.value
        AND t.month = date_trunc('month', f.month)::date - 1
)
SELECT concat_ws(' ', 'to', year, kind, school_id, value, month, stands, 'moved', m.students, 'tallied', t.students)
FROM moved_to m FULL JOIN tallied t USING (year, kind, school_id, value, month, stands)
WHERE m.students IS DISTINCT FROM t.students
UNION ALL
SELECT concat_ws(' ', 'from', year, kind, school_id, value, month, stands, 'moved', m.students, 'before', b.students)
FROM moved_from m FULL JOIN before b USING (year, kind, school_id, value, month, stands)
WHERE m.students IS DISTINCT FROM b.students
ORDER BY 1
