SELECT concat_ws(' ', 'attendance', CASE WHEN kind = 'EXCUSED' THEN 'true' ELSE 'false' END, coalesce(reason, '')), count(*) FROM mark
WHERE school_day BETWEEN '${from}' AND '${day}' AND NOT withdrawn AND kind IN ('ABSENT', 'EXCUSED') GROUP BY 1
UNION ALL
SELECT concat_ws(' ', 'families', CASE WHEN m.kind = 'EXCUSED' THEN 'true' ELSE 'false' END, c.reason), count(*) FROM call c
JOIN mark m ON m.school_id = c.school_id AND m.school_day = c.school_day AND m.student_id = c.student_id
WHERE c.school_day BETWEEN '${from}' AND '${day}' AND NOT c.undone AND c.reason IS NOT NULL AND c.reason <> 'not-said' GROUP BY 1
