-- The same lines, as reporting-service keeps them up: the sum of its tallies, of whole months and of the days of the last one, less what
-- students were in them who were erased since.
WITH asked AS MATERIALIZED (
    SELECT current_setting('oracle.first')::date AS first, current_setting('oracle.as_of')::date AS as_of
), erased AS (
    SELECT year, kind, school_id, value, day, -enrolled AS enrolled, -counted AS counted, -absent AS absent, -left_out AS left_out,
        -satisfactory AS satisfactory, -at_risk AS at_risk, -chronic AS chronic, -severe AS severe
    FROM tally_erased
)
SELECT concat_ws(' ', kind, school_id, value, 'students', sum(enrolled), 'days', sum(counted), 'absent', sum(absent),
    'leftOut', sum(left_out), 'satisfactory', sum(satisfactory), 'atRisk', sum(at_risk), 'chronic', sum(chronic),
    'severe', sum(severe)) AS line
FROM (SELECT t.* FROM asked CROSS JOIN tally_month t
      WHERE t.year = extract(year FROM asked.first) AND t.day < date_trunc('month', asked.as_of)
      UNION ALL
      SELECT t.* FROM asked CROSS JOIN tally t
      WHERE t.year = extract(year FROM asked.first) AND t.day BETWEEN date_trunc('month', asked.as_of) AND asked.as_of
      UNION ALL
      SELECT e.* FROM asked CROSS JOIN erased e
      WHERE e.year = extract(year FROM asked.first) AND e.day <= asked.as_of) AS t
GROUP BY kind, school_id, value HAVING sum(enrolled) > 0 ORDER BY 1
