-- What is drawn of a district, always the same: whoever asks again gets the same students, days and marks. The tables of the service
-- are filled from it, the events are made of it, and the baseline is asked of it.
DROP SCHEMA IF EXISTS bench CASCADE;
CREATE SCHEMA bench;

-- A number below 10,000.
CREATE FUNCTION bench.chance(one bigint, other int, salt int) RETURNS int LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN ((hashint8extended(one * 1000 + other, salt) & 2147483647) % 10000)::int;

CREATE FUNCTION bench.local(school_day date, clock time) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (school_day + clock) AT TIME ZONE '${zone}';

CREATE TABLE bench.day (i int PRIMARY KEY, day date NOT NULL UNIQUE);
INSERT INTO bench.day SELECT * FROM unnest(ARRAY[${numbers}], ARRAY[${days}]::date[]);

CREATE TABLE bench.school AS
SELECT school, 'B' || lpad(school::text, 4, '0') AS school_id FROM generate_series(0, ${schools} - 1) AS school;
ALTER TABLE bench.school ADD PRIMARY KEY (school);

-- One row for each student at each school: some join during the year, some leave, and a few are at two schools. Most are absent on few
-- days and some on many: three in ten of them come to be chronically absent.
CREATE TABLE bench.place AS
SELECT p.n, p.place, p.school, p.school_id, p.student_id, p.grade,
    CASE WHEN p.place = 0 THEN p.grade || '-' || (n % ${perSchool} / 25 + 1) END AS homeroom,
    coalesce(j.day, '${first}'::date) AS entry_day, coalesce(l.day, '9999-12-31'::date) AS exit_day,
    to_jsonb(array_remove(ARRAY[CASE WHEN bench.chance(n, 0, 4) < 1500 THEN 'ELL' END,
        CASE WHEN bench.chance(n, 0, 5) < 2000 THEN 'SWD' END], NULL)) AS groups,
    150 + (3500 * power(bench.chance(n, 0, 6) / 10000.0, 4))::int AS absent,
    n % ${perSchool} = 7 AND ${schools} > 1 AS twice
FROM (
    SELECT n, w.place, s.school, s.school_id, h.school_id || '-' || lpad((n % ${perSchool})::text, 5, '0') AS student_id,
        lpad((9 + n % ${perSchool} * 4 / ${perSchool})::text, 2, '0') AS grade,
        CASE WHEN w.place = 0 AND bench.chance(n, 0, 1) < 400 THEN bench.chance(n, 0, 2) % ${history} END AS joins
    FROM generate_series(0, ${students} - 1) AS n
    CROSS JOIN (VALUES (0), (1)) AS w (place)
    CROSS JOIN LATERAL (SELECT (n / ${perSchool} + w.place) % ${schools} AS school) AS here
    JOIN bench.school s ON s.school = here.school
    JOIN bench.school h ON h.school = n / ${perSchool}
    WHERE w.place = 0 OR n % ${perSchool} = 7 AND ${schools} > 1
) AS p
LEFT JOIN bench.day j ON j.i = p.joins
LEFT JOIN bench.day l ON l.i = CASE WHEN p.place = 0 AND bench.chance(n, 0, 3) < 400
    THEN greatest(coalesce(p.joins, 0), bench.chance(n, 0, 9) % ${history}) END;
CREATE INDEX ON bench.place (school);
ANALYZE bench.place;

-- What was told of a student's day at a school; of a day of presence nothing.
CREATE VIEW bench.told AS
SELECT p.n, p.place, p.school, p.school_id, p.student_id, p.twice, d.i, d.day,
    CASE WHEN m.drawn * 100 < p.absent * 65 THEN 'ABSENT'
         WHEN m.drawn < p.absent THEN 'EXCUSED'
         WHEN m.drawn < p.absent + 300 THEN 'LATE'
         WHEN m.drawn < p.absent + 350 THEN 'PARTIAL'
         WHEN m.drawn < p.absent + 355 THEN 'UNKNOWN' END AS kind,
    CASE WHEN m.drawn * 100 < p.absent * 65 THEN (ARRAY['illness', 'transport'])[1 + m.drawn % 8]
         WHEN m.drawn < p.absent THEN (ARRAY['medical', 'religious', 'family', 'appointment'])[1 + m.drawn % 4] END AS reason,
    bench.local(d.day, '08:20') AS taken_at,
    'm-' || p.student_id || '-' || p.place || '-' || d.day AS event_id
FROM bench.place p
JOIN bench.day d ON d.day BETWEEN p.entry_day AND p.exit_day
CROSS JOIN LATERAL (SELECT bench.chance(p.n * 2 + p.place, d.i, 7) AS drawn) AS m;

-- Schools forget to submit a day now and then.
CREATE VIEW bench.submitted AS
SELECT s.school, s.school_id, d.i, d.day, bench.local(d.day, '09:10') AS taken_at, 't-' || s.school_id || '-' || d.day AS event_id
FROM bench.school s CROSS JOIN bench.day d
WHERE d.i >= ${history} OR bench.chance(s.school, d.i, 8) >= 30;

-- About four in ten of those absent without an excuse a family is called, as far as there is one to call.
CREATE VIEW bench.called AS
SELECT t.n, t.school, t.school_id, t.student_id, t.i, t.day, 'k-' || t.student_id || '-' || t.place || '-' || t.day AS task_id,
    c.task_state, w.whereabouts,
    CASE WHEN c.task_state = 'DONE' THEN 'c-' || t.student_id || '-' || t.place || '-' || t.day END AS call_id,
    CASE WHEN c.task_state = 'DONE' THEN c.outcome END AS outcome, c.result, c.reason AS said,
    'caller-' || t.school % 500 AS called_by,
    bench.local(t.day, '08:46') + make_interval(mins => c.drawn % 150) AS called_at,
    CASE WHEN c.result = 'COMING_IN_TODAY' THEN bench.local(t.day, '11:30') END AS coming_by,
    bench.local(t.day, '08:44') AS cut_off, bench.local(t.day, '08:45') AS opened_at,
    CASE WHEN c.task_state = 'ARRIVED' THEN bench.local(t.day, '09:05') END AS arrived_at,
    CASE w.whereabouts WHEN 'ARRIVED' THEN bench.local(t.day, '09:05') + make_interval(mins => c.drawn % 170)
        WHEN 'IN_BUILDING' THEN bench.local(t.day, '08:02') END AS here_at
FROM bench.told t
CROSS JOIN LATERAL (SELECT bench.chance(t.n * 2 + t.place, t.i, 10) AS task, bench.chance(t.n * 2 + t.place, t.i, 11) AS drawn) AS d
CROSS JOIN LATERAL (SELECT d.drawn,
    CASE WHEN d.task < 600 THEN 'ARRIVED' WHEN d.task < 900 THEN 'WITHDRAWN' ELSE 'DONE' END AS task_state,
    CASE WHEN d.drawn < 4500 THEN 'REACHED_GUARDIAN' WHEN d.drawn < 6000 THEN 'VOICEMAIL_LEFT'
        WHEN d.drawn < 9300 THEN 'NO_ANSWER' ELSE 'WRONG_NUMBER' END AS outcome,
    CASE WHEN d.task < 900 OR d.drawn >= 4500 THEN NULL WHEN d.drawn < 1800 THEN 'COMING_IN_TODAY'
        WHEN d.drawn < 3200 THEN 'WILL_NOT_COME_VALID_REASON' ELSE 'UNDETERMINED' END AS result,
    CASE WHEN d.task < 900 OR d.drawn >= 4500 THEN NULL
        ELSE (ARRAY['illness', 'transport', 'overslept', 'not-said'])[1 + d.drawn % 4] END AS reason) AS c
CROSS JOIN LATERAL (SELECT CASE WHEN d.task < 600 OR d.drawn < 1200 THEN 'ARRIVED' WHEN d.drawn % 33 = 0 THEN 'IN_BUILDING'
    WHEN d.drawn % 97 = 0 THEN 'HELD' ELSE 'UNACCOUNTED' END AS whereabouts) AS w
WHERE t.kind = 'ABSENT' AND d.task < 4000;

-- Where in reports of the district a student belongs: by the latest enrolment, and the first school of several.
CREATE TABLE bench.student AS
SELECT DISTINCT ON (n) n, min(entry_day) OVER (PARTITION BY n) AS first_day, grade, groups
FROM bench.place ORDER BY n, entry_day DESC, school_id;
ANALYZE bench.student;
