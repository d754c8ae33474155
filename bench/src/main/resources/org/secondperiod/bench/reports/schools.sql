-- Schools, their calendars and hours, and the roster, as the topics would have told them.
INSERT INTO school (school_id, version, name, zone, trigger_period, sends_taken)
SELECT school_id, 1, school_id, '${zone}', '1', true FROM bench.school ORDER BY school_id;

INSERT INTO school_year (school_id, year, calendar_version, calendar, submitted)
SELECT s.school_id, ${year}, 1, c.strip, rtrim(t.strip, '.')
FROM bench.school s
CROSS JOIN (SELECT rtrim(string_agg(CASE WHEN d.day IS NULL THEN '.' ELSE '2' END, '' ORDER BY date_of), '.') AS strip
    FROM generate_series('${yearFirst}'::date, '${yearLast}'::date, interval '1 day') AS date_of LEFT JOIN bench.day d ON d.day = date_of::date) AS c
CROSS JOIN LATERAL (SELECT string_agg(CASE WHEN b.day IS NULL THEN '.' ELSE 'S' END, '' ORDER BY date_of) AS strip
    FROM generate_series('${yearFirst}'::date, '${yearLast}'::date, interval '1 day') AS date_of
    LEFT JOIN bench.submitted b ON b.school = s.school AND b.day = date_of::date AND b.i < ${history}) AS t
ORDER BY s.school_id;

INSERT INTO school_hours (school_id, school_day, starts)
SELECT school_id, day, '{08:00,08:45}'::time[] FROM bench.school CROSS JOIN bench.day ORDER BY 1, 2;

INSERT INTO submission (school_id, school_day, period, class_id, withdrawn, version, taken_at, event_id)
SELECT school_id, day, 'day', '', false, 1, taken_at, event_id FROM bench.submitted WHERE i < ${history} ORDER BY 1, 2;

INSERT INTO enrolment (student_id, school_id, entry_day, exit_day, grade, homeroom, first_period, groups)
SELECT student_id, school_id, entry_day, exit_day, grade, homeroom, NULL, groups FROM bench.place ORDER BY 1, 2;

INSERT INTO roster_version (student_id, version, recorded_at, told)
SELECT student_id, 1, bench.local('${told}'::date, '05:00'), jsonb_build_object('groups', groups, 'enrolments', jsonb_agg(
    jsonb_build_object('school', school_id, 'entry', entry_day, 'exit', nullif(exit_day, '9999-12-31'), 'grade', grade,
        'homeroom', homeroom, 'firstPeriod', NULL) ORDER BY place))
FROM bench.place GROUP BY n, student_id, groups ORDER BY student_id;
