-- Goes on where chronic-absence.sql has the days of each student: how everybody stands as of oracle.as_of, by how they stood as of ${from},
-- in all schools, grades, homerooms, groups and the district.
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
    SELECT p.school_id, p.student_id, p.grade, p.homeroom, p.groups, p.first_day,
        count(d.day) FILTER (WHERE d.day <= DATE '${from}') AS days_before,
        coalesce(sum(d.absent) FILTER (WHERE d.day <= DATE '${from}'), 0) AS absent_before,
        count(d.day) AS days, coalesce(sum(d.absent), 0) AS absent
    FROM asked CROSS JOIN person p
    LEFT JOIN (SELECT school_id, student_id, day, absent FROM student_day WHERE absent >= 0
               UNION ALL SELECT '*', student_id, day, absent FROM district_day) AS d
        ON d.school_id = p.school_id AND d.student_id = p.student_id
    WHERE p.first_day <= asked.as_of
    GROUP BY p.school_id, p.student_id, p.grade, p.homeroom, p.groups, p.first_day
), stood AS (
    SELECT s.*,
        CASE WHEN first_day > DATE '${from}' THEN 'NOT_HERE' WHEN days_before = 0 THEN 'NO_DAY_COUNTS'
             WHEN days_before < asked.minimum THEN 'BELOW_MINIMUM_ENROLMENT' WHEN 5 * absent_before >= 2 * days_before THEN 'SEVERELY_CHRONIC'
             WHEN 10 * absent_before >= 2 * days_before THEN 'CHRONIC' WHEN 20 * absent_before >= 2 * days_before THEN 'AT_RISK'
             ELSE 'SATISFACTORY' END AS was,
        CASE WHEN days = 0 THEN 'NO_DAY_COUNTS' WHEN days < asked.minimum THEN 'BELOW_MINIMUM_ENROLMENT'
             WHEN 5 * absent >= 2 * days THEN 'SEVERELY_CHRONIC' WHEN 10 * absent >= 2 * days THEN 'CHRONIC'
             WHEN 20 * absent >= 2 * days THEN 'AT_RISK' ELSE 'SATISFACTORY' END AS now_is
    FROM asked CROSS JOIN summed s
)
SELECT concat_ws(' ', k.kind, s.school_id, k.value, s.was, s.now_is, count(*))
FROM stood s CROSS JOIN LATERAL (
    SELECT CASE s.school_id WHEN '*' THEN 'DISTRICT' ELSE 'SCHOOL' END AS kind, '' AS value
    UNION ALL SELECT 'GRADE', coalesce(s.grade, '')
    UNION ALL SELECT 'HOMEROOM', coalesce(s.homeroom, '') WHERE s.school_id <> '*'
    UNION ALL SELECT DISTINCT 'GROUP', g FROM jsonb_array_elements_text(s.groups) AS g
) AS k
GROUP BY k.kind, s.school_id, k.value, s.was, s.now_is
ORDER BY 1
