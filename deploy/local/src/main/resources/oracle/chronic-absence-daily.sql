-- Goes on where chronic-absence.sql has the days of each student: what each date up to oracle.as_of added, anew and as tallies keep it (less
-- what erased students were in them), in one go for all schools, grades, homerooms, groups and the district. Lines are those that differ.
), district_day AS (
    SELECT student_id, day,
        CASE WHEN sum(absent) = 0 THEN 0 WHEN sum(absent) = 2 * count(*) THEN 2 ELSE 1 END AS absent
    FROM student_day WHERE absent >= 0 GROUP BY student_id, day
), person AS (
    SELECT school_id, student_id, grade, homeroom, groups, first_day FROM enrolled
    UNION ALL
    (SELECT DISTINCT ON (student_id) '*', student_id, grade, NULL, groups, min(first_day) OVER (PARTITION BY student_id)
     FROM enrolled ORDER BY student_id, enrolled.first_day DESC, enrolled.school_id)
), summed AS (
    SELECT d.*, count(*) OVER w AS days, sum(absent) OVER w AS absences
    FROM (SELECT school_id, student_id, day, absent FROM student_day WHERE absent >= 0
          UNION ALL SELECT '*', student_id, day, absent FROM district_day) AS d
    WINDOW w AS (PARTITION BY school_id, student_id ORDER BY day)
), step AS (
    SELECT s.*, CASE WHEN days < asked.minimum THEN 1 WHEN 20 * absences < 2 * days THEN 2 WHEN 10 * absences < 2 * days THEN 3
        WHEN 5 * absences < 2 * days THEN 4 ELSE 5 END AS stands
    FROM asked CROSS JOIN summed s
), moved AS (
    SELECT s.*, coalesce(lag(stands) OVER (PARTITION BY school_id, student_id ORDER BY day), 0) AS stood FROM step s
), added AS (
    SELECT p.school_id, p.grade, p.homeroom, p.groups, m.day, 0 AS enrolled, count(*) AS counted, sum(m.absent) AS absent,
        sum((stands = 1)::int - (stood = 1)::int) AS left_out, sum((stands = 2)::int - (stood = 2)::int) AS satisfactory,
        sum((stands = 3)::int - (stood = 3)::int) AS at_risk, sum((stands = 4)::int - (stood = 4)::int) AS chronic,
        sum((stands = 5)::int - (stood = 5)::int) AS severe
    FROM moved m JOIN person p USING (school_id, student_id)
    GROUP BY p.school_id, p.grade, p.homeroom, p.groups, m.day
    UNION ALL
    SELECT p.school_id, p.grade, p.homeroom, p.groups, p.first_day, count(*), 0, 0, 0, 0, 0, 0, 0
    FROM asked CROSS JOIN person p WHERE p.first_day <= asked.as_of
    GROUP BY p.school_id, p.grade, p.homeroom, p.groups, p.first_day
), anew AS (
    SELECT k.kind, a.school_id, k.value, a.day, concat_ws(' ', 'students', sum(enrolled), 'days', sum(counted), 'absent', sum(absent),
        'leftOut', sum(left_out), 'satisfactory', sum(satisfactory), 'atRisk', sum(at_risk), 'chronic', sum(chronic),
        'severe', sum(severe)) AS said
    FROM added a CROSS JOIN LATERAL (
        SELECT CASE a.school_id WHEN '*' THEN 'DISTRICT' ELSE 'SCHOOL' END AS kind, '' AS value
        UNION ALL SELECT 'GRADE', coalesce(a.grade, '')
        UNION ALL SELECT 'HOMEROOM', coalesce(a.homeroom, '') WHERE a.school_id <> '*'
        UNION ALL SELECT DISTINCT 'GROUP', g FROM jsonb_array_elements_text(a.groups) AS g
    ) AS k
    GROUP BY k.kind, a.school_id, k.value, a.day
    HAVING (sum(enrolled), sum(counted), sum(absent), sum(left_out), sum(satisfactory), sum(at_risk), sum(chronic), sum(severe))
        <> (0, 0, 0, 0, 0, 0, 0, 0)
), kept AS (
    SELECT kind, school_id, value, day, concat_ws(' ', 'students', sum(enrolled), 'days', sum(counted), 'absent', sum(absent),
        'leftOut', sum(left_out), 'satisfactory', sum(satisfactory), 'atRisk', sum(at_risk), 'chronic', sum(chronic),
        'severe', sum(severe)) AS said
    FROM (SELECT year, kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe FROM tally
          UNION ALL
          SELECT year, kind, school_id, value, day, -enrolled, -counted, -absent, -left_out, -satisfactory, -at_risk, -chronic, -severe
          FROM tally_erased) AS t
    CROSS JOIN asked
    WHERE t.year = extract(year FROM asked.first) AND t.day <= asked.as_of
    GROUP BY kind, school_id, value, day
    HAVING (sum(enrolled), sum(counted), sum(absent), sum(left_out), sum(satisfactory), sum(at_risk), sum(chronic), sum(severe))
        <> (0, 0, 0, 0, 0, 0, 0, 0)
)
SELECT concat_ws(' ', kind, school_id, value, day, 'kept up:', coalesce(k.said, 'nothing'), 'counted:', coalesce(a.said, 'nothing'))
FROM kept k FULL JOIN anew a USING (kind, school_id, value, day)
WHERE k.said IS DISTINCT FROM a.said
ORDER BY 1
