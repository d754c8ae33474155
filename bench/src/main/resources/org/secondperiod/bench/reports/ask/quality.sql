WITH day AS (
    SELECT s.school_id, count(*) AS days, count(*) FILTER (WHERE t.school_id IS NULL) AS missing
    FROM bench.school s JOIN bench.day d ON d.day BETWEEN '${from}' AND '${day}'
    LEFT JOIN submission t ON t.school_id = s.school_id AND t.school_day = d.day AND NOT t.withdrawn GROUP BY 1
), unmapped AS (
    SELECT school_id, count(*) AS marks FROM mark
    WHERE school_day BETWEEN '${from}' AND '${day}' AND kind = 'UNKNOWN' AND NOT withdrawn GROUP BY 1
), held AS (
    SELECT school_id, count(*) AS students FROM whereabouts WHERE school_day BETWEEN '${from}' AND '${day}' AND held_for_door GROUP BY 1
)
SELECT school_id, days, missing, coalesce(marks, 0), coalesce(students, 0)
FROM day LEFT JOIN unmapped USING (school_id) LEFT JOIN held USING (school_id)
