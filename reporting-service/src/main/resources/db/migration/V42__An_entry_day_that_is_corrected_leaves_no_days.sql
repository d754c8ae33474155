-- An entry day that was corrected to a later one of the same school year left the days before it, and an enrolment without a first day
-- stayed beside the same one with both days that was told later. Those enrolments go, as they do now when a roster is told.
-- docs/decisions/0067 says why.
WITH ends AS (
    SELECT coalesce((SELECT year_ends FROM counting_policy ORDER BY policy_id DESC LIMIT 1), '07-31') AS day
), told AS MATERIALIZED (
    SELECT v.student_id, v.version, o ->> 'school' AS school_id, coalesce(CAST(o ->> 'entry' AS date), DATE '0001-01-01') AS entry_day,
        coalesce(CAST(o ->> 'exit' AS date), DATE '9999-12-31') AS exit_day
    FROM roster_version v CROSS JOIN jsonb_array_elements(v.told -> 'enrolments') AS o
), last_told AS (
    SELECT DISTINCT ON (student_id, school_id, entry_day) student_id, school_id, entry_day, exit_day, version
    FROM told ORDER BY student_id, school_id, entry_day, version DESC
), dropped AS (
    SELECT e.student_id, e.school_id, e.entry_day, e.exit_day, l.exit_day AS told_exit, l.version,
        (SELECT min(n.version) FROM roster_version n WHERE n.student_id = l.student_id AND n.version > l.version) AS next_version,
        CASE WHEN e.entry_day = DATE '0001-01-01' THEN CAST(e.places -> 0 ->> 'since' AS date) ELSE e.entry_day END AS begins
    FROM enrolment e JOIN last_told l ON l.student_id = e.student_id AND l.school_id = e.school_id AND l.entry_day = e.entry_day
), corrected AS (
    SELECT DISTINCT d.student_id, d.school_id, d.entry_day
    FROM ends CROSS JOIN dropped d
    JOIN told t ON t.student_id = d.student_id AND t.school_id = d.school_id AND t.version > d.version
    LEFT JOIN told h ON h.student_id = t.student_id AND h.school_id = t.school_id AND h.entry_day = t.entry_day AND h.version = d.version
    WHERE t.entry_day > d.entry_day AND t.entry_day <= t.exit_day
        AND extract(year FROM t.entry_day) - CASE WHEN to_char(t.entry_day, 'MM-DD') > ends.day THEN 0 ELSE 1 END
            = extract(year FROM d.begins) - CASE WHEN to_char(d.begins, 'MM-DD') > ends.day THEN 0 ELSE 1 END
        AND (t.version = d.next_version AND h.version IS NULL AND t.entry_day <= d.told_exit
            OR d.entry_day = DATE '0001-01-01' AND t.exit_day <= d.exit_day)
), gone AS (
    DELETE FROM enrolment e USING corrected c
    WHERE e.student_id = c.student_id AND e.school_id = c.school_id AND e.entry_day = c.entry_day
    RETURNING e.school_id
)
INSERT INTO refresh (school_id, year, everything)
SELECT y.school_id, y.year, true FROM school_year y WHERE y.school_id IN (SELECT school_id FROM gone);
