WITH each AS (
    SELECT student, count(*) AS days, sum(halves) AS absent FROM bench.student_day WHERE NOT twice AND day <= '${known}' GROUP BY student
    UNION ALL
    SELECT student, count(*), sum(halves) FROM (
        SELECT student, day, CASE WHEN sum(halves) = 0 THEN 0 WHEN sum(halves) = 2 * count(*) THEN 2 ELSE 1 END AS halves
        FROM bench.student_day WHERE twice AND day <= '${known}' GROUP BY student, day) AS once
    GROUP BY student
)
SELECT s.grade, count(*), count(*) FILTER (WHERE days >= 10 AND 20 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 20 * absent >= 2 * days AND 10 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 10 * absent >= 2 * days AND 5 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 5 * absent >= 2 * days), count(*) FILTER (WHERE days < 10), count(*) FILTER (WHERE days IS NULL),
    2 * coalesce(sum(days), 0), 2 * coalesce(sum(days), 0) - coalesce(sum(absent), 0)
FROM bench.student s LEFT JOIN each ON each.student = s.n WHERE s.first_day <= '${day}' GROUP BY 1
