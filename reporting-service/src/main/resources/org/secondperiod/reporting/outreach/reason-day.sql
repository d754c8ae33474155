absence AS (
    SELECT DISTINCT ON (m.school_id, m.school_day, m.student_id) m.school_id, m.school_day, m.student_id, m.kind, m.reason
    FROM asked JOIN mark m USING (school_id, school_day) LEFT JOIN school s USING (school_id)
    WHERE NOT m.withdrawn AND m.period IN ('day', coalesce(s.trigger_period, 'day'))
    ORDER BY m.school_id, m.school_day, m.student_id, m.period <> 'day'
), said AS (
    SELECT DISTINCT ON (c.school_id, c.school_day, c.student_id) c.school_id, c.school_day, c.student_id, c.reason
    FROM asked JOIN call c USING (school_id, school_day)
    WHERE NOT c.undone AND c.reason IS NOT NULL AND c.reason <> 'not-said'
    ORDER BY c.school_id, c.school_day, c.student_id, c.called_at DESC
)
INSERT INTO reason_day (school_id, school_day, source, excused, reason, students)
SELECT school_id, school_day, 'MARK', kind = 'EXCUSED', coalesce(reason, ''), count(*)
FROM absence WHERE kind IN ('ABSENT', 'EXCUSED') GROUP BY 1, 2, 3, 4, 5
UNION ALL
SELECT s.school_id, s.school_day, 'CALL', coalesce(a.kind = 'EXCUSED', false), s.reason, count(*)
FROM said s LEFT JOIN absence a USING (school_id, school_day, student_id) GROUP BY 1, 2, 3, 4, 5
