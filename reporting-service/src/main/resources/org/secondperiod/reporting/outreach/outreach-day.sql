attempt AS (
    SELECT c.*, c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER') AS reached
    FROM asked JOIN call c USING (school_id, school_day) WHERE NOT c.undone
), task AS (
    SELECT t.task_id, t.school_id, t.school_day, t.student_id, t.state, t.opened_at, t.ended_at, w.cut_off,
        coalesce(t.arrived_at, w.here_at) AS here_at,
        min(a.called_at) FILTER (WHERE a.outgoing) AS called_at,
        min(a.called_at) FILTER (WHERE a.reached) AS reached_at,
        (array_agg(a.called_by ORDER BY a.called_at) FILTER (WHERE a.reached))[1] AS reached_by,
        (array_agg(a.in_error ORDER BY a.called_at) FILTER (WHERE a.reached))[1] IS NOT NULL AS in_error,
        bool_or(a.reached AND a.reason IS NOT NULL AND a.reason <> 'not-said') AS reason_known,
        bool_or(a.result IN ('WILL_NOT_COME_VALID_REASON', 'MOVED_OR_LEFT_SCHOOL')) AS valid_reason,
        max(a.coming_by) FILTER (WHERE a.result = 'COMING_IN_TODAY' AND a.in_error IS NULL) AS coming_by
    FROM asked JOIN call_task t USING (school_id, school_day)
    LEFT JOIN whereabouts w USING (school_id, school_day, student_id)
    LEFT JOIN attempt a ON a.task_id = t.task_id
    GROUP BY t.task_id, w.cut_off, w.here_at
), known AS (
    SELECT t.*, t.reached_at IS NOT NULL AND NOT t.in_error AND NOT coalesce(t.valid_reason, false) AS may_return,
        t.here_at > t.reached_at AND (t.here_at AT TIME ZONE z.zone)
            < t.school_day + coalesce(h.starts[cardinality(h.starts)], TIME '24:00') AS came,
        (SELECT count(*) FROM unnest(h.starts) AS s WHERE s >= (t.here_at AT TIME ZONE z.zone)::time) AS periods_left,
        left(ltrim(substr(y.days, t.school_day - CAST(:first AS date) + 2), '.'), 1) AS next_day,
        (SELECT b.called_by FROM call b WHERE b.student_id = t.student_id AND b.school_day < t.school_day AND NOT b.undone
            AND b.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')
         ORDER BY b.called_at DESC LIMIT 1) AS reached_before_by
    FROM task t
    LEFT JOIN school_hours h USING (school_id, school_day)
    LEFT JOIN student_year y ON y.year = :year AND y.school_id = t.school_id AND y.student_id = t.student_id
    LEFT JOIN school s ON s.school_id = t.school_id
    CROSS JOIN LATERAL (SELECT coalesce(s.zone, :zone) AS zone) AS z
), due AS (
    SELECT k.*, m.minutes,
        k.opened_at <= k.cut_off + make_interval(mins => m.minutes) AND NOT (k.called_at IS NULL
            AND k.state IN ('ARRIVED', 'WITHDRAWN') AND k.ended_at <= k.cut_off + make_interval(mins => m.minutes)) AS due,
        k.called_at <= k.cut_off + make_interval(mins => m.minutes) AS covered
    FROM known k CROSS JOIN (VALUES (30), (60), (120)) AS m (minutes)
), coverage AS (
    SELECT school_id, school_day,
        count(*) FILTER (WHERE due AND minutes = 30) AS due_30, count(*) FILTER (WHERE due AND covered AND minutes = 30) AS covered_30,
        count(*) FILTER (WHERE due AND minutes = 60) AS due_60, count(*) FILTER (WHERE due AND covered AND minutes = 60) AS covered_60,
        count(*) FILTER (WHERE due AND minutes = 120) AS due_120,
        count(*) FILTER (WHERE due AND covered AND minutes = 120) AS covered_120
    FROM due GROUP BY school_id, school_day
), called AS (
    SELECT school_id, school_day,
        count(*) FILTER (WHERE called_at IS NOT NULL OR state NOT IN ('ARRIVED', 'WITHDRAWN')) AS to_call,
        count(*) FILTER (WHERE called_at IS NOT NULL) AS called,
        count(reached_at) AS reached,
        count(*) FILTER (WHERE reached_at IS NOT NULL AND reason_known) AS successful,
        count(*) FILTER (WHERE may_return) AS may_return,
        count(*) FILTER (WHERE may_return AND came) AS returned,
        coalesce(sum(extract(epoch FROM here_at - reached_at)::bigint / 60) FILTER (WHERE may_return AND came), 0) AS return_minutes,
        coalesce(sum(periods_left) FILTER (WHERE may_return AND came), 0) AS periods_saved,
        count(coming_by) AS promised,
        count(*) FILTER (WHERE here_at > reached_at AND here_at <= coming_by) AS promises_kept,
        count(*) FILTER (WHERE reached_at IS NOT NULL AND reached_before_by IS NOT NULL) AS reached_before,
        count(*) FILTER (WHERE reached_at IS NOT NULL AND reached_before_by = reached_by) AS same_caller,
        count(*) FILTER (WHERE reached_at IS NOT NULL AND next_day <> '') AS next_day_known,
        count(*) FILTER (WHERE reached_at IS NOT NULL AND next_day = 'A') AS next_day_absent
    FROM known GROUP BY school_id, school_day
), dialled AS (
    SELECT school_id, school_day, count(*) AS attempts,
        count(*) FILTER (WHERE outcome IN ('WRONG_NUMBER', 'NOT_IN_SERVICE')) AS bad_numbers
    FROM attempt WHERE outgoing GROUP BY school_id, school_day
), looked AS (
    SELECT w.school_id, w.school_day, count(*) FILTER (WHERE w.was_in_building) AS in_building,
        count(*) FILTER (WHERE w.held_for_door) AS held_for_door, count(*) FILTER (WHERE w.held_for_class) AS held_for_class
    FROM asked JOIN whereabouts w USING (school_id, school_day) GROUP BY w.school_id, w.school_day
)
INSERT INTO outreach_day (school_id, school_day, caller, to_call, due_30, covered_30, due_60, covered_60, due_120, covered_120, attempts,
    bad_numbers, called, reached, successful, may_return, returned, return_minutes, periods_saved, promised, promises_kept,
    reached_before, same_caller, next_day_known, next_day_absent, in_building, held_for_door, held_for_class)
SELECT k.school_id, k.school_day, '', coalesce(to_call, 0), coalesce(due_30, 0), coalesce(covered_30, 0), coalesce(due_60, 0),
    coalesce(covered_60, 0), coalesce(due_120, 0), coalesce(covered_120, 0), coalesce(attempts, 0), coalesce(bad_numbers, 0),
    coalesce(called, 0), coalesce(reached, 0), coalesce(successful, 0), coalesce(may_return, 0), coalesce(returned, 0),
    coalesce(return_minutes, 0), coalesce(periods_saved, 0), coalesce(promised, 0), coalesce(promises_kept, 0),
    coalesce(reached_before, 0), coalesce(same_caller, 0), coalesce(next_day_known, 0), coalesce(next_day_absent, 0),
    coalesce(in_building, 0), coalesce(held_for_door, 0), coalesce(held_for_class, 0)
FROM asked k
LEFT JOIN coverage USING (school_id, school_day)
LEFT JOIN called USING (school_id, school_day)
LEFT JOIN dialled USING (school_id, school_day)
LEFT JOIN looked USING (school_id, school_day)
WHERE to_call IS NOT NULL OR attempts IS NOT NULL OR in_building IS NOT NULL
