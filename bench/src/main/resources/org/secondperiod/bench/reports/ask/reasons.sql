-- Marks are of whole days here, and of students who are enrolled: an absence is one that the school has submitted, half a day too.
SELECT concat_ws(' ', 'attendance', CASE WHEN kind = 'EXCUSED' THEN 'true' ELSE 'false' END, coalesce(reason, '')), count(*) FROM mark
JOIN submission s USING (school_id, school_day)
WHERE school_day BETWEEN '${from}' AND '${day}' AND NOT mark.withdrawn AND NOT s.withdrawn AND s.period = 'day' AND s.class_id = ''
    AND kind IN ('ABSENT', 'EXCUSED', 'PARTIAL') GROUP BY 1
UNION ALL
SELECT concat_ws(' ', 'families', CASE WHEN m.kind = 'EXCUSED' THEN 'true' ELSE 'false' END, c.reason), count(*) FROM call c
JOIN mark m ON m.school_id = c.school_id AND m.school_day = c.school_day AND m.student_id = c.student_id
WHERE c.school_day BETWEEN '${from}' AND '${day}' AND NOT c.undone AND c.reason IS NOT NULL AND c.reason <> 'not-said' GROUP BY 1
