absence AS (
    SELECT DISTINCT ON (m.school_id, m.school_day, m.student_id) m.school_id, m.school_day, m.student_id,
        CASE d.letter WHEN 'A' THEN 2 ELSE 1 END AS half_days, m.kind = 'EXCUSED' AS excused, m.reason
    FROM asked JOIN mark m USING (school_id, school_day)
    JOIN student_year y ON y.year = :year AND y.school_id = m.school_id AND y.student_id = m.student_id
    CROSS JOIN LATERAL (SELECT substr(y.days, m.school_day - CAST(:first AS date) + 1, 1) AS letter) AS d
    WHERE NOT m.withdrawn AND (d.letter = 'A' AND m.kind IN ('ABSENT', 'EXCUSED')
        OR d.letter = 'H' AND m.kind = 'PARTIAL' AND m.period = 'day')
    ORDER BY m.school_id, m.school_day, m.student_id, m.period <> 'day', m.kind = 'EXCUSED', m.reason IS NULL, length(m.period),
        m.period COLLATE "C"
), said AS (
    SELECT DISTINCT ON (c.school_id, c.school_day, c.student_id) c.school_id, c.school_day, c.student_id, c.reason
    FROM asked JOIN call c USING (school_id, school_day)
    WHERE NOT c.undone AND c.reason IS NOT NULL AND c.reason <> 'not-said'
    ORDER BY c.school_id, c.school_day, c.student_id, c.called_at DESC, c.call_id
), root AS (
    SELECT DISTINCT ON (c.school_id, c.school_day, c.student_id) c.school_id, c.school_day, c.student_id, c.root_cause
    FROM asked JOIN call c USING (school_id, school_day)
    WHERE NOT c.undone AND c.root_cause IS NOT NULL
    ORDER BY c.school_id, c.school_day, c.student_id, c.called_at DESC, c.call_id
), told AS (
    SELECT school_id, school_day, student_id, 'MARK' AS source, excused, coalesce(reason, '') AS reason, half_days FROM absence
    UNION ALL
    SELECT s.school_id, s.school_day, s.student_id, 'CALL', coalesce(a.excused, false), s.reason, 0
    FROM said s LEFT JOIN absence a USING (school_id, school_day, student_id)
    UNION ALL
    SELECT r.school_id, r.school_day, r.student_id, 'ROOT', coalesce(a.excused, false), r.root_cause, 0
    FROM root r LEFT JOIN absence a USING (school_id, school_day, student_id)
)
INSERT INTO reason_day (school_id, school_day, source, excused, reason, kind, value, students, half_days)
SELECT t.school_id, t.school_day, t.source, t.excused, t.reason, p.kind, p.value, count(*), sum(t.half_days)
FROM told t
LEFT JOIN student_year y ON y.year = :year AND y.school_id = t.school_id AND y.student_id = t.student_id
CROSS JOIN LATERAL (
    SELECT 'SCHOOL' AS kind, '' AS value
    UNION ALL SELECT 'GRADE', coalesce(y.grade, '')
    UNION ALL SELECT 'HOMEROOM', coalesce(y.homeroom, '')
    UNION ALL SELECT DISTINCT 'GROUP', g FROM jsonb_array_elements_text(coalesce(y.groups, '[]')) AS g
) AS p
GROUP BY 1, 2, 3, 4, 5, 6, 7
