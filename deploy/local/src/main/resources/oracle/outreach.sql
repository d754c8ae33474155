-- What the calls came to on each day of each school, out of calls, call tasks and whereabouts as they were told: an independent way to
-- the main sums of outreach_day, and to the reasons that calls gave. Lines are those that differ. What is asked stands in settings:
-- oracle.first, oracle.as_of. Days of schools of which somebody was erased since (outreach_erased) are left out, and so is what
-- depends on how a school was set up when the day was added up: the hours of its periods, the grades of its students.
WITH asked AS MATERIALIZED (
    SELECT current_setting('oracle.first')::date AS first, current_setting('oracle.as_of')::date AS as_of
), said AS MATERIALIZED (
    SELECT c.*, c.outcome LIKE 'REACHED%' AS spoke
    FROM asked JOIN call c ON c.school_day BETWEEN asked.first AND asked.as_of
    WHERE NOT c.undone AND NOT EXISTS (SELECT FROM outreach_erased x WHERE (x.school_id, x.school_day) = (c.school_id, c.school_day))
), spoken AS MATERIALIZED (
    SELECT task_id, min(called_at) FILTER (WHERE spoke) AS at, count(reason) FILTER (WHERE spoke AND reason <> 'not-said') AS reasons,
        count(*) FILTER (WHERE result IN ('WILL_NOT_COME_VALID_REASON', 'MOVED_OR_LEFT_SCHOOL')) AS excuses,
        (array_agg(in_error ORDER BY called_at) FILTER (WHERE spoke))[1] IS NOT NULL AS mistaken
    FROM said GROUP BY task_id HAVING bool_or(spoke)
), task AS MATERIALIZED (
    SELECT t.task_id, t.school_id, t.school_day, t.student_id, t.state IN ('ARRIVED', 'WITHDRAWN') AS settled, t.arrived_at
    FROM asked JOIN call_task t ON t.school_day BETWEEN asked.first AND asked.as_of
    WHERE NOT EXISTS (SELECT FROM outreach_erased x WHERE (x.school_id, x.school_day) = (t.school_id, t.school_day))
), dialled_task AS (
    SELECT DISTINCT task_id FROM said WHERE outgoing
), one AS (
    SELECT school_id, school_day, 'attempts' AS sum FROM said WHERE outgoing
    UNION ALL
    SELECT school_id, school_day, 'badNumbers' FROM said WHERE outgoing AND outcome IN ('WRONG_NUMBER', 'NOT_IN_SERVICE')
    UNION ALL
    SELECT school_id, school_day, 'called' FROM task JOIN dialled_task USING (task_id)
    UNION ALL
    SELECT school_id, school_day, 'toCall' FROM task t
    WHERE NOT settled OR EXISTS (SELECT FROM dialled_task d WHERE d.task_id = t.task_id)
    UNION ALL
    SELECT school_id, school_day, 'reached' FROM task JOIN spoken USING (task_id)
    UNION ALL
    SELECT school_id, school_day, 'successful' FROM task JOIN spoken USING (task_id) WHERE reasons > 0
    UNION ALL
    SELECT school_id, school_day, 'mayReturn' FROM task JOIN spoken USING (task_id) WHERE excuses = 0 AND NOT mistaken
    UNION ALL
    SELECT t.school_id, t.school_day, 'returnedAtMost' FROM task t JOIN spoken s USING (task_id)
    LEFT JOIN whereabouts w ON (w.school_id, w.school_day, w.student_id) = (t.school_id, t.school_day, t.student_id)
    WHERE s.excuses = 0 AND NOT s.mistaken AND coalesce(t.arrived_at, w.here_at) > s.at
    UNION ALL
    SELECT w.school_id, w.school_day, f.sum FROM asked JOIN whereabouts w ON w.school_day BETWEEN asked.first AND asked.as_of
    CROSS JOIN LATERAL (VALUES ('inBuilding', w.was_in_building), ('heldForDoor', w.held_for_door), ('heldForClass', w.held_for_class))
        AS f (sum, is_so)
    WHERE f.is_so AND NOT EXISTS (SELECT FROM outreach_erased x WHERE (x.school_id, x.school_day) = (w.school_id, w.school_day))
    UNION ALL
    SELECT school_id, school_day, 'reason ' || source || ' ' || reason FROM (
        SELECT DISTINCT ON (c.school_id, c.school_day, c.student_id, f.source) c.school_id, c.school_day, f.source, f.reason
        FROM said c CROSS JOIN LATERAL (VALUES ('CALL', nullif(c.reason, 'not-said')), ('ROOT', c.root_cause)) AS f (source, reason)
        WHERE f.reason IS NOT NULL
        ORDER BY c.school_id, c.school_day, c.student_id, f.source, c.called_at DESC, c.call_id) AS last
), anew AS (
    SELECT school_id, school_day, sum, count(*) AS times FROM one GROUP BY school_id, school_day, sum
), kept AS (
    SELECT d.school_id, d.school_day, f.sum, f.times
    FROM asked JOIN outreach_day d ON d.school_day BETWEEN asked.first AND asked.as_of
    CROSS JOIN LATERAL (VALUES ('attempts', d.attempts::bigint), ('badNumbers', d.bad_numbers), ('called', d.called), ('toCall', d.to_call),
        ('reached', d.reached), ('successful', d.successful), ('mayReturn', d.may_return), ('returnedAtMost', d.returned),
        ('inBuilding', d.in_building), ('heldForDoor', d.held_for_door), ('heldForClass', d.held_for_class)) AS f (sum, times)
    WHERE d.caller = '' AND f.times <> 0
    UNION ALL
    SELECT r.school_id, r.school_day, 'reason ' || r.source || ' ' || r.reason, sum(r.students)
    FROM asked JOIN reason_day r ON r.school_day BETWEEN asked.first AND asked.as_of
    WHERE r.kind = 'SCHOOL' AND r.source IN ('CALL', 'ROOT')
    GROUP BY r.school_id, r.school_day, r.source, r.reason
)
SELECT concat_ws(' ', school_id, school_day, sum, 'kept up', coalesce(k.times, 0), 'counted', coalesce(a.times, 0))
FROM kept k FULL JOIN anew a USING (school_id, school_day, sum)
WHERE NOT EXISTS (SELECT FROM outreach_erased x WHERE x.school_id = coalesce(k.school_id, a.school_id)
        AND x.school_day = coalesce(k.school_day, a.school_day))
    AND CASE sum WHEN 'returnedAtMost' THEN coalesce(k.times, 0) > coalesce(a.times, 0)
        ELSE coalesce(k.times, 0) <> coalesce(a.times, 0) END
ORDER BY 1
