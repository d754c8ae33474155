-- The baseline's student days of some schools: the days that count, straight out of what was told.
INSERT INTO bench.student_day (student, school, day, halves, twice)
SELECT t.n, t.school, t.day, CASE WHEN t.kind IN ('ABSENT', 'EXCUSED') THEN 2 WHEN t.kind = 'PARTIAL' THEN 1 ELSE 0 END, t.twice
FROM bench.told t
JOIN bench.submitted s ON s.school = t.school AND s.i = t.i
WHERE t.school BETWEEN ${from} AND ${to} AND s.school BETWEEN ${from} AND ${to} AND t.i < ${history} AND s.i < ${history}
    AND t.kind IS DISTINCT FROM 'UNKNOWN';
