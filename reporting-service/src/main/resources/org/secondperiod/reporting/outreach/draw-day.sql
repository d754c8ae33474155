called AS (
    SELECT c.task_id, min(c.called_at) AS called_at
    FROM asked JOIN call c USING (school_id, school_day) WHERE NOT c.undone AND c.outgoing GROUP BY c.task_id
), task AS (
    SELECT t.school_id, t.school_day, t.draw_band, c.called_at,
        greatest(extract(epoch FROM c.called_at - t.opened_at)::bigint / 60, 0) AS minutes,
        coalesce(x.here_at > t.opened_at AND (x.here_at AT TIME ZONE coalesce(s.zone, :zone))
            < t.school_day + coalesce(h.starts[cardinality(h.starts)], TIME '24:00'), false) AS came,
        row_number() OVER (PARTITION BY t.school_id, t.school_day, t.draw_band ORDER BY t.draw_place, t.task_id COLLATE "C") AS place,
        count(*) OVER (PARTITION BY t.school_id, t.school_day, t.draw_band) AS drawn
    FROM asked JOIN call_task t USING (school_id, school_day)
    LEFT JOIN whereabouts w USING (school_id, school_day, student_id)
    LEFT JOIN called c ON c.task_id = t.task_id
    LEFT JOIN school_hours h USING (school_id, school_day)
    LEFT JOIN school s ON s.school_id = t.school_id
    CROSS JOIN LATERAL (SELECT coalesce(t.arrived_at, w.here_at) AS here_at) AS x
    WHERE t.draw_place IS NOT NULL
), half AS (
    SELECT *, drawn / 2 AS half, place <= drawn / 2 AS early, place > drawn - drawn / 2 AS late FROM task
), draw AS (
    SELECT school_id, school_day, draw_band, drawn, half,
        count(called_at) FILTER (WHERE early) AS early_called,
        coalesce(sum(minutes) FILTER (WHERE early), 0) AS early_minutes,
        count(*) FILTER (WHERE early AND came) AS early_came,
        count(called_at) FILTER (WHERE late) AS late_called,
        coalesce(sum(minutes) FILTER (WHERE late), 0) AS late_minutes,
        count(*) FILTER (WHERE late AND came) AS late_came
    FROM half GROUP BY school_id, school_day, draw_band, drawn, half
)
INSERT INTO draw_day (school_id, school_day, draws, drawn, halves, early_called, early_minutes, early_came, late_called, late_minutes,
    late_came, squares, products, halves_squared)
SELECT school_id, school_day, count(*) FILTER (WHERE half > 0), sum(drawn), sum(half), sum(early_called), sum(early_minutes),
    sum(early_came), sum(late_called), sum(late_minutes), sum(late_came), sum((early_came - late_came) * (early_came - late_came)),
    sum((early_came - late_came) * half), sum(half * half)
FROM draw GROUP BY school_id, school_day
