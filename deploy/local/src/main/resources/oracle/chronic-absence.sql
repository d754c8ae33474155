-- Chronic absence as of a date, out of what was told: an independent way to the same numbers. Beside the tables of facts it reads
-- the calendars and the enrolments, and nothing that was counted. What is asked stands in settings: oracle.first and oracle.last of
-- the school year, oracle.as_of, oracle.today, oracle.minimum (days), oracle.half (schools that go by half of the periods, by commas).
WITH asked AS MATERIALIZED (
    SELECT current_setting('oracle.first')::date AS first, current_setting('oracle.last')::date AS last,
        current_setting('oracle.today')::date AS today, current_setting('oracle.as_of')::date AS as_of,
        current_setting('oracle.minimum')::int AS minimum, string_to_array(current_setting('oracle.half'), ',') AS half
), calendar AS (
    SELECT y.school_id, asked.first + i AS day, ascii(substr(y.calendar, i + 1, 1)) - ascii('0') AS periods
    FROM asked CROSS JOIN school_year y CROSS JOIN generate_series(0, asked.last - asked.first) AS i
    WHERE y.year = extract(year FROM asked.first) AND substr(y.calendar, i + 1, 1) NOT IN ('', '.')
), counted AS (
    SELECT c.* FROM asked CROSS JOIN calendar c JOIN school s USING (school_id)
    WHERE c.day <= asked.today AND c.day <= asked.as_of AND (
        EXISTS (SELECT FROM submission t WHERE t.school_id = c.school_id AND t.school_day = c.day AND NOT t.withdrawn
            AND (t.period = 'day' OR t.period = s.trigger_period))
        OR NOT s.sends_taken AND EXISTS (SELECT FROM mark m WHERE m.school_id = c.school_id AND m.school_day = c.day
            AND NOT m.withdrawn))
), school_days AS (
    SELECT y.school_id, coalesce(min(c.day), asked.first) AS first, coalesce(max(c.day), asked.last) AS last
    FROM asked CROSS JOIN school_year y LEFT JOIN calendar c USING (school_id)
    WHERE y.year = extract(year FROM asked.first)
    GROUP BY y.school_id, asked.first, asked.last
), stay AS (
    SELECT e.student_id, e.school_id, e.entry_day, e.exit_day, p.grade, p.homeroom, p.first_period, p.groups
    FROM enrolment e JOIN school_days s USING (school_id)
    CROSS JOIN LATERAL (
        SELECT place ->> 'grade' AS grade, place ->> 'homeroom' AS homeroom, place ->> 'firstPeriod' AS first_period,
            place -> 'groups' AS groups
        FROM jsonb_array_elements(CASE WHEN e.places = '[]' THEN jsonb_build_array(jsonb_build_object('since', '0001-01-01',
            'grade', e.grade, 'homeroom', e.homeroom, 'firstPeriod', e.first_period, 'groups', e.groups)) ELSE e.places END)
            WITH ORDINALITY AS told (place, n)
        ORDER BY CASE WHEN e.exit_day <= s.last OR (place ->> 'since')::date <= s.last THEN 0 ELSE n END, n DESC LIMIT 1) AS p
    WHERE e.entry_day <= s.last AND e.exit_day >= s.first
        AND (e.entry_day > '0001-01-01' OR e.places = '[]' OR (e.places -> 0 ->> 'since')::date <= s.last)
), enrolled AS (
    SELECT DISTINCT ON (e.student_id, e.school_id) e.student_id, e.school_id, coalesce(e.grade, '') AS grade,
        coalesce(e.homeroom, '') AS homeroom, e.groups,
        min(greatest(e.entry_day, asked.first)) OVER (PARTITION BY e.student_id, e.school_id) AS first_day
    FROM asked CROSS JOIN stay e
    ORDER BY e.student_id, e.school_id, e.entry_day DESC
), on_day AS (
    SELECT DISTINCT ON (c.school_id, e.student_id, c.day) c.school_id, e.student_id, c.day, c.periods,
        coalesce(e.first_period, s.trigger_period) AS trigger_period
    FROM counted c
    JOIN school s USING (school_id)
    JOIN stay e ON e.school_id = c.school_id AND c.day BETWEEN e.entry_day AND e.exit_day
    ORDER BY c.school_id, e.student_id, c.day, e.first_period IS NULL, e.entry_day
), marked AS (
    SELECT o.*, max(m.kind) FILTER (WHERE m.period = 'day') AS day_kind,
        max(m.kind) FILTER (WHERE m.period = o.trigger_period) AS trigger_kind,
        count(*) FILTER (WHERE m.kind IN ('ABSENT', 'EXCUSED')) AS absences,
        count(*) FILTER (WHERE m.kind = 'UNKNOWN') AS unknown
    FROM on_day o
    LEFT JOIN mark m ON m.student_id = o.student_id AND m.school_id = o.school_id AND m.school_day = o.day AND NOT m.withdrawn
    GROUP BY o.school_id, o.student_id, o.day, o.periods, o.trigger_period
), student_day AS (
    SELECT m.school_id, m.student_id, m.day,
        CASE WHEN m.day_kind = 'PARTIAL' THEN 1
             WHEN m.day_kind IN ('ABSENT', 'EXCUSED') THEN 2
             WHEN m.day_kind = 'UNKNOWN' THEN -1
             WHEN m.day_kind IS NOT NULL THEN 0
             WHEN m.school_id = ANY(asked.half) THEN
                 CASE WHEN m.absences > 0 AND 2 * m.absences >= m.periods THEN 2
                      WHEN m.unknown > 0 AND 2 * (m.absences + m.unknown) >= m.periods THEN -1
                      ELSE 0 END
             WHEN m.trigger_kind IN ('ABSENT', 'EXCUSED') THEN 2
             WHEN m.trigger_kind = 'UNKNOWN' THEN -1
             ELSE 0 END AS absent
    FROM asked CROSS JOIN marked m
), at_school AS (
    SELECT e.school_id, e.grade, e.homeroom, e.groups, e.student_id,
        count(d.day) AS days, coalesce(sum(d.absent), 0) AS absent
    FROM asked CROSS JOIN enrolled e
    LEFT JOIN student_day d ON d.school_id = e.school_id AND d.student_id = e.student_id AND d.absent >= 0
    WHERE e.first_day <= asked.as_of
    GROUP BY e.school_id, e.grade, e.homeroom, e.groups, e.student_id
), district_day AS (
    SELECT student_id, day,
        CASE WHEN sum(absent) = 0 THEN 0 WHEN sum(absent) = 2 * count(*) THEN 2 ELSE 1 END AS absent
    FROM student_day WHERE absent >= 0 GROUP BY student_id, day
), in_district AS (
    SELECT p.student_id, p.grade, p.groups, count(d.day) AS days, coalesce(sum(d.absent), 0) AS absent
    FROM asked CROSS JOIN (SELECT DISTINCT ON (student_id) student_id, grade, groups,
              min(first_day) OVER (PARTITION BY student_id) AS since
          FROM enrolled ORDER BY student_id, first_day DESC, school_id) AS p
    LEFT JOIN district_day d USING (student_id)
    WHERE p.since <= asked.as_of
    GROUP BY p.student_id, p.grade, p.groups
), line AS (
    SELECT 'SCHOOL' AS kind, school_id, '' AS value, days, absent FROM at_school
    UNION ALL SELECT 'GRADE', school_id, grade, days, absent FROM at_school
    UNION ALL SELECT 'HOMEROOM', school_id, homeroom, days, absent FROM at_school
    UNION ALL SELECT 'GROUP', school_id, g, days, absent FROM at_school, jsonb_array_elements_text(groups) AS g
    UNION ALL SELECT 'DISTRICT', '*', '', days, absent FROM in_district
    UNION ALL SELECT 'GRADE', '*', grade, days, absent FROM in_district
    UNION ALL SELECT 'GROUP', '*', g, days, absent FROM in_district, jsonb_array_elements_text(groups) AS g
)
SELECT concat_ws(' ', kind, school_id, value, 'students', count(*), 'days', sum(days), 'absent', sum(absent),
    'leftOut', count(*) FILTER (WHERE days BETWEEN 1 AND asked.minimum - 1),
    'satisfactory', count(*) FILTER (WHERE days >= asked.minimum AND 20 * absent < 2 * days),
    'atRisk', count(*) FILTER (WHERE days >= asked.minimum AND 20 * absent >= 2 * days AND 10 * absent < 2 * days),
    'chronic', count(*) FILTER (WHERE days >= asked.minimum AND 10 * absent >= 2 * days AND 5 * absent < 2 * days),
    'severe', count(*) FILTER (WHERE days >= asked.minimum AND 5 * absent >= 2 * days)) AS line
FROM asked CROSS JOIN line GROUP BY kind, school_id, value ORDER BY 1
