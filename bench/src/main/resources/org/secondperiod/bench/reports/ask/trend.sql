-- The share of each line is by who comes to be chronically absent, or is no longer, in it.
WITH each AS (
    SELECT student, date_trunc('${by}', day)::date AS line, count(*) AS days, sum(halves) AS absent, min(day) AS first
    FROM bench.student_day WHERE NOT twice AND day <= '${day}' GROUP BY 1, 2
    UNION ALL
    SELECT student, date_trunc('${by}', day)::date, count(*), sum(halves), min(day) FROM (
        SELECT student, day, CASE WHEN sum(halves) = 0 THEN 0 WHEN sum(halves) = 2 * count(*) THEN 2 ELSE 1 END AS halves
        FROM bench.student_day WHERE twice AND day <= '${day}' GROUP BY student, day) AS once
    GROUP BY 1, 2
), running AS (
    SELECT *, sum(days) OVER so_far AS all_days, sum(absent) OVER so_far AS all_absent FROM each
    WINDOW so_far AS (PARTITION BY student ORDER BY line)
), stood AS (
    SELECT *, lag(all_days >= 10, 1, false) OVER before AS was_in,
        lag(all_days >= 10 AND 10 * all_absent >= 2 * all_days, 1, false) OVER before AS was_chronic
    FROM running WINDOW before AS (PARTITION BY student ORDER BY line)
)
SELECT min(first)::text, 2 * sum(days), 2 * sum(days) - sum(absent),
    sum(sum((all_days >= 10)::int - was_in::int)) OVER (ORDER BY line),
    sum(sum((all_days >= 10 AND 10 * all_absent >= 2 * all_days)::int - was_chronic::int)) OVER (ORDER BY line)
FROM stood GROUP BY line
