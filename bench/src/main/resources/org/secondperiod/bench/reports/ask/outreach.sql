-- Some of the report's numbers: of each task whether anybody called, reached anybody, and learned why.
WITH task AS (
    SELECT t.task_id, t.school_id, t.school_day, t.state, count(c.call_id) FILTER (WHERE c.outgoing) AS calls,
        bool_or(c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')) AS reached,
        bool_or(c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER') AND c.reason <> 'not-said') AS known
    FROM call_task t LEFT JOIN call c ON c.task_id = t.task_id AND c.school_id = t.school_id AND c.school_day = t.school_day AND NOT c.undone
    WHERE t.school_day BETWEEN '${from}' AND '${day}' GROUP BY t.task_id
)
SELECT (${key})::text, count(*) FILTER (WHERE calls > 0 OR state NOT IN ('ARRIVED', 'WITHDRAWN')), sum(calls), count(*) FILTER (WHERE calls > 0),
    count(*) FILTER (WHERE reached), count(*) FILTER (WHERE known)
FROM task GROUP BY 1
