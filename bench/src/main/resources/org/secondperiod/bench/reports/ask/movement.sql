WITH each AS (
    SELECT student, count(*) FILTER (WHERE day <= '${before}') AS days_before, sum(halves) FILTER (WHERE day <= '${before}') AS absent_before,
        count(*) AS days, sum(halves) AS absent
    FROM bench.student_day WHERE NOT twice AND day <= '${month}' GROUP BY student
    UNION ALL
    SELECT student, count(*) FILTER (WHERE day <= '${before}'), sum(halves) FILTER (WHERE day <= '${before}'), count(*), sum(halves) FROM (
        SELECT student, day, CASE WHEN sum(halves) = 0 THEN 0 WHEN sum(halves) = 2 * count(*) THEN 2 ELSE 1 END AS halves
        FROM bench.student_day WHERE twice AND day <= '${month}' GROUP BY student, day) AS once
    GROUP BY student
), stood AS (
    SELECT s.grade, CASE WHEN s.first_day > '${before}' THEN 'NOT_HERE' WHEN coalesce(days_before, 0) = 0 THEN 'NO_DAY_COUNTS'
        WHEN days_before < 10 THEN 'BELOW_MINIMUM_ENROLMENT' WHEN 5 * absent_before >= 2 * days_before THEN 'SEVERELY_CHRONIC' WHEN 10 * absent_before >= 2 * days_before THEN 'CHRONIC'
        WHEN 20 * absent_before >= 2 * days_before THEN 'AT_RISK' ELSE 'SATISFACTORY' END AS was,
        CASE WHEN s.first_day > '${month}' THEN 'NOT_HERE' WHEN coalesce(days, 0) = 0 THEN 'NO_DAY_COUNTS'
        WHEN days < 10 THEN 'BELOW_MINIMUM_ENROLMENT' WHEN 5 * absent >= 2 * days THEN 'SEVERELY_CHRONIC' WHEN 10 * absent >= 2 * days THEN 'CHRONIC'
        WHEN 20 * absent >= 2 * days THEN 'AT_RISK' ELSE 'SATISFACTORY' END AS "is"
    FROM bench.student s LEFT JOIN each ON each.student = s.n WHERE s.first_day <= '${month}'
)
SELECT concat_ws(' ', ${key}, was, "is"), count(*) FROM stood AS s GROUP BY 1
