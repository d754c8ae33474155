-- Goes on where chronic-absence.sql has the days of each student: how many were absent for which reason on each date up to oracle.as_of,
-- anew and as reason_day keeps it of schools. Days of schools of which somebody was erased since are left out. Lines are those that differ.
), absent AS MATERIALIZED (
    SELECT d.school_id, d.student_id, d.day, d.absent FROM student_day d
    WHERE d.absent > 0 AND NOT EXISTS (SELECT FROM outreach_erased x WHERE (x.school_id, x.school_day) = (d.school_id, d.day))
), said AS (
    SELECT a.*, m.period, m.reason, m.kind = 'EXCUSED' AS excuse, bool_or(m.period = 'day') OVER w AS of_day,
        bool_and(m.kind = 'EXCUSED') FILTER (WHERE m.period <> 'day') OVER w AS all_excused
    FROM absent a JOIN mark m ON m.school_id = a.school_id AND m.school_day = a.day AND m.student_id = a.student_id
        AND NOT m.withdrawn AND (m.kind IN ('ABSENT', 'EXCUSED') AND a.absent = 2 OR m.kind = 'PARTIAL' AND m.period = 'day')
    WINDOW w AS (PARTITION BY a.school_id, a.student_id, a.day)
), why AS (
    SELECT school_id, student_id, day, absent, (array_agg(excuse ORDER BY n))[1] AS excused, (array_agg(reason ORDER BY n))[1] AS reason
    FROM (SELECT s.*, row_number() OVER (PARTITION BY school_id, student_id, day
              ORDER BY CASE WHEN reason IS NULL THEN 1 ELSE 0 END, length(period), period COLLATE "C") AS n
          FROM said s
          WHERE CASE WHEN of_day THEN period = 'day' ELSE excuse = all_excused END) AS those
    GROUP BY school_id, student_id, day, absent
), anew AS (
    SELECT school_id, day, concat_ws(' ', CASE WHEN excused THEN 'excused' ELSE 'not excused' END, reason) AS reason,
        concat_ws(' ', 'students', count(*), 'halfDays', sum(absent)) AS said
    FROM why GROUP BY 1, 2, 3
), kept AS (
    SELECT r.school_id, r.school_day AS day,
        concat_ws(' ', CASE WHEN r.excused THEN 'excused' ELSE 'not excused' END, nullif(r.reason, '')) AS reason,
        concat_ws(' ', 'students', sum(r.students), 'halfDays', sum(r.half_days)) AS said
    FROM asked JOIN reason_day r ON r.school_day BETWEEN asked.first AND asked.as_of
    WHERE r.kind = 'SCHOOL' AND r.source = 'MARK'
        AND NOT EXISTS (SELECT FROM outreach_erased x WHERE (x.school_id, x.school_day) = (r.school_id, r.school_day))
    GROUP BY 1, 2, 3
)
SELECT concat_ws(' ', school_id, day, reason, 'kept up:', coalesce(k.said, 'nothing'), 'counted:', coalesce(a.said, 'nothing'))
FROM kept k FULL JOIN anew a USING (school_id, day, reason)
WHERE k.said IS DISTINCT FROM a.said
ORDER BY 1
