WITH once AS (
    SELECT student, day, halves FROM bench.student_day WHERE NOT twice AND day <= '${day}'
    UNION ALL
    SELECT student, day, CASE WHEN sum(halves) = 0 THEN 0 WHEN sum(halves) = 2 * count(*) THEN 2 ELSE 1 END
    FROM bench.student_day WHERE twice AND day <= '${day}' GROUP BY student, day
), by_weekday AS (
    SELECT student, extract(isodow FROM day) AS weekday, count(*) AS days, sum(halves) AS absent FROM once GROUP BY 1, 2
), stands AS (
    SELECT count(*) FILTER (WHERE days >= 10) AS in_bands, count(*) FILTER (WHERE days >= 10 AND 10 * absent >= 2 * days) AS chronic
    FROM (SELECT student, sum(days) AS days, sum(absent) AS absent FROM by_weekday GROUP BY student) AS each
)
SELECT (ARRAY['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'])[weekday::int], 2 * sum(days), 2 * sum(days) - sum(absent),
    min(in_bands), min(chronic)
FROM by_weekday CROSS JOIN stands GROUP BY weekday
