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
), spoke AS (
    SELECT school_id, school_day, reached_by AS caller,
        count(*) AS reached,
        count(*) FILTER (WHERE reason_known) AS successful,
        count(*) FILTER (WHERE may_return) AS may_return,
        count(*) FILTER (WHERE may_return AND came) AS returned,
        coalesce(sum(extract(epoch FROM here_at - reached_at)::bigint / 60) FILTER (WHERE may_return AND came), 0) AS return_minutes,
        coalesce(sum(periods_left) FILTER (WHERE may_return AND came), 0) AS periods_saved,
        count(coming_by) AS promised,
        count(*) FILTER (WHERE here_at > reached_at AND here_at <= coming_by) AS promises_kept,
        count(reached_before_by) AS reached_before,
        count(*) FILTER (WHERE reached_before_by = reached_by) AS same_caller,
        count(*) FILTER (WHERE next_day <> '') AS next_day_known,
        count(*) FILTER (WHERE next_day = 'A') AS next_day_absent
    FROM known WHERE reached_at IS NOT NULL GROUP BY school_id, school_day, reached_by
), dialled AS (
    SELECT school_id, school_day, called_by AS caller, count(*) AS attempts, count(DISTINCT task_id) AS called,
        count(*) FILTER (WHERE outcome IN ('WRONG_NUMBER', 'NOT_IN_SERVICE')) AS bad_numbers
    FROM attempt WHERE outgoing GROUP BY school_id, school_day, called_by
)
INSERT INTO outreach_day (school_id, school_day, caller, attempts, bad_numbers, called, reached, successful, may_return, returned,
    return_minutes, periods_saved, promised, promises_kept, reached_before, same_caller, next_day_known, next_day_absent)
SELECT school_id, school_day, caller, coalesce(attempts, 0), coalesce(bad_numbers, 0), coalesce(called, 0), coalesce(reached, 0),
    coalesce(successful, 0), coalesce(may_return, 0), coalesce(returned, 0), coalesce(return_minutes, 0), coalesce(periods_saved, 0),
    coalesce(promised, 0), coalesce(promises_kept, 0), coalesce(reached_before, 0), coalesce(same_caller, 0),
    coalesce(next_day_known, 0), coalesce(next_day_absent, 0)
FROM dialled FULL JOIN spoke USING (school_id, school_day, caller)
