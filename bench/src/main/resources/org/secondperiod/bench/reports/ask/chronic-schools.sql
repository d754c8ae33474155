WITH each AS (
    SELECT student, school, count(*) AS days, sum(halves) AS absent FROM bench.student_day WHERE day <= '${day}' GROUP BY student, school
)
SELECT ${key}, count(*), count(*) FILTER (WHERE days >= 10 AND 20 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 20 * absent >= 2 * days AND 10 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 10 * absent >= 2 * days AND 5 * absent < 2 * days),
    count(*) FILTER (WHERE days >= 10 AND 5 * absent >= 2 * days), count(*) FILTER (WHERE days < 10), count(*) FILTER (WHERE days IS NULL),
    2 * coalesce(sum(days), 0), 2 * coalesce(sum(days), 0) - coalesce(sum(absent), 0)
FROM bench.place s LEFT JOIN each ON each.student = s.n AND each.school = s.school
WHERE s.entry_day <= '${day}' GROUP BY 1
