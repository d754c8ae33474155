-- The oracle: what whereabouts and which call task every student must have, worked out in one batch from everything that was
-- accepted (raw.sql). Written from docs/rules.md; it shares no code and no tables with the services.
--
-- It says, for each row of "moment", what must be concluded then from all that was told by then, and what has become of the
-- call task since, if nobody touched it. Two things depend on the path, and it takes them from "moment":
--   * doors are judged while it is decided: "doors_at" is when that was. Where that is not known exactly, doors_at = at is the
--     strict answer, and "doors_open" in the verdict says that an earlier decision may rightly have found the doors listening;
--   * a hold's age and a task's state follow from the sequence of a student's moments: there must be one wherever a decision
--     was due (something was told, a cut-off came, a hold ripened, the day ended). Further moments in between do no harm.
-- It leaves open: names and times told beside a conclusion other than scan_at, left_at and cut_off; tasks that a person has
-- touched; the median of a school's last 20 days (it must be asked about schools with fewer days than that).

-- ---- Times ------------------------------------------------------------------------------------------------------------

-- A local time at a school. Of one that comes twice the earlier counts; one that is skipped moves on by the gap.
CREATE FUNCTION pg_temp.instant_of(day date, clock time, zone text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN (later - interval '1 hour') AT TIME ZONE zone = day + clock THEN later - interval '1 hour' ELSE later END
    FROM (SELECT (day + clock) AT TIME ZONE zone AS later) AS l
$$;
-- Times are kept to the millisecond.
CREATE FUNCTION pg_temp.millis(said text) RETURNS timestamptz LANGUAGE sql STABLE AS $$
    SELECT date_trunc('milliseconds', CAST(said AS timestamptz))
$$;

-- ---- What was told, as tables -----------------------------------------------------------------------------------------

CREATE TEMP TABLE mark AS
SELECT value ->> 'studentId' AS student_id, value ->> 'schoolId' AS school_id, (value ->> 'schoolDay')::date AS school_day,
    value ->> 'period' AS period, value ->> 'reason' AS reason, (value ->> 'version')::bigint AS version,
    pg_temp.millis(value ->> 'takenAt') AS taken_at, (value ->> 'eventId') COLLATE "C" AS event_id,
    (value ->> 'deleted')::boolean AS withdrawn, told_at,
    CASE value ->> 'category' WHEN 'UNEXCUSED_ABSENCE' THEN 'ABSENT' WHEN 'EXCUSED_ABSENCE' THEN 'EXCUSED'
        WHEN 'UNKNOWN' THEN NULL ELSE 'HERE' END AS says,  -- null: nobody has said what the code means
    (value ->> 'deleted')::boolean OR value ->> 'category' <> 'UNKNOWN' AS tells
FROM accepted WHERE topic = 'attendance.marks.v1';
CREATE INDEX ON mark (student_id, school_id, school_day, period);

CREATE TEMP TABLE signal AS
SELECT value ->> 'schoolId' AS school_id, (value ->> 'schoolDay')::date AS school_day, value ->> 'period' AS period,
    value ->> 'classId' AS class_id, (value ->> 'version')::bigint AS version,
    pg_temp.millis(value ->> 'takenAt') AS taken_at, (value ->> 'eventId') COLLATE "C" AS event_id,
    (value ->> 'deleted')::boolean AS withdrawn, told_at
FROM accepted WHERE topic = 'attendance.taken.v1';
CREATE INDEX ON signal (school_id, school_day);

CREATE TEMP TABLE known_absence AS
SELECT (value ->> 'absenceId') COLLATE "C" AS absence_id, value ->> 'studentId' AS student_id, value ->> 'schoolId' AS school_id,
    value ->> 'reason' AS reason, (value ->> 'fromDay')::date AS from_day, (value ->> 'toDay')::date AS to_day,
    pg_temp.millis(value ->> 'from') AS from_time, pg_temp.millis(value ->> 'to') AS to_time,
    (value ->> 'version')::bigint AS version, pg_temp.millis(value ->> 'recordedAt') AS recorded_at,
    (value ->> 'eventId') COLLATE "C" AS event_id, (value ->> 'deleted')::boolean AS withdrawn, told_at
FROM accepted WHERE topic = 'attendance.known-absences.v1';
CREATE INDEX ON known_absence (student_id);

CREATE TEMP TABLE sighting AS
SELECT value ->> 'studentId' AS student_id, value ->> 'schoolId' AS school_id, (value ->> 'schoolDay')::date AS school_day,
    value ->> 'seen' AS seen, pg_temp.millis(value ->> 'at') AS at, told_at
FROM accepted WHERE topic = 'sighting';
CREATE INDEX ON sighting (student_id);

CREATE TEMP TABLE scan AS
SELECT (value ->> 'eventId') COLLATE "C" AS event_id, value ->> 'studentId' AS student_id, value ->> 'readerId' AS reader_id,
    value ->> 'buildingId' AS building_id, pg_temp.millis(value ->> 'scannedAt') AS scanned_at, value ->> 'direction' AS direction,
    pg_temp.millis(value ->> 'recordedAt') AS recorded_at, told_at
FROM accepted WHERE topic = 'building.scans.v1';
CREATE INDEX ON scan (student_id);
CREATE INDEX ON scan (building_id);

CREATE TEMP TABLE reader_setting AS
SELECT value ->> 'readerId' AS reader_id, value ->> 'buildingId' AS building_id, (value ->> 'inService')::boolean AS in_service,
    CAST(value ->> 'inServiceSince' AS timestamptz) AS since,
    make_interval(mins => (value ->> 'allowedSilenceMinutes')::int) AS allowed, (value ->> 'version')::bigint AS version, told_at
FROM accepted WHERE topic = 'building.readers.v1';
CREATE INDEX ON reader_setting (reader_id);
CREATE INDEX ON reader_setting (building_id);

-- A reader is heard from by a scan, or by a heartbeat with an empty queue; a clock that runs ahead is not believed.
CREATE TEMP TABLE sign_of_life AS
SELECT reader_id, least(scanned_at, recorded_at) AS heard_at, false AS heartbeat, told_at FROM scan
UNION ALL
SELECT value ->> 'readerId',
    CASE WHEN value ->> 'kind' = 'HEARD' OR value ->> 'kind' = 'HEARTBEAT' AND coalesce((value ->> 'queued')::int, 0) = 0
        THEN least(CAST(value ->> 'at' AS timestamptz), CAST(value ->> 'recordedAt' AS timestamptz)) END,
    value ->> 'kind' = 'HEARTBEAT', told_at
FROM accepted WHERE topic = 'building.readers.v1';
CREATE INDEX ON sign_of_life (reader_id);

CREATE TEMP TABLE hold_decision AS
SELECT value ->> 'schoolId' AS school_id, (value ->> 'schoolDay')::date AS school_day, value ->> 'reason' AS reason,
    value ->> 'verdict' AS verdict, told_at
FROM accepted WHERE topic = 'hold-decision';

CREATE TEMP TABLE school AS
SELECT DISTINCT ON (value ->> 'schoolId', (value ->> 'version')::bigint, told_at)
    value ->> 'schoolId' AS school_id, (value ->> 'version')::bigint AS version, told_at, value ->> 'zone' AS zone,
    ARRAY(SELECT jsonb_array_elements_text(value -> 'buildings')) AS buildings, value ->> 'triggerPeriod' AS trigger_period,
    make_interval(mins => (value ->> 'graceMinutes')::int) AS grace,
    make_interval(mins => (value ->> 'lateLimitMinutes')::int) AS late_limit,
    (value ->> 'sendsAttendanceTaken')::boolean AS signals, (value ->> 'massAbsencePercent')::int AS mass_percent,
    make_interval(mins => (value ->> 'holdMinutes')::int) AS hold_for, value -> 'bellSchedules' AS schedules,
    value -> 'calendar' AS calendar
FROM accepted WHERE topic = 'roster.schools.v1';

CREATE TEMP TABLE roster AS
SELECT DISTINCT value ->> 'studentId' AS student_id, (value ->> 'version')::bigint AS version, told_at,
    value -> 'enrolments' AS enrolments
FROM accepted WHERE topic = 'roster.enrolments.v1';
CREATE INDEX ON roster (student_id);

CREATE TEMP TABLE enrolment AS
SELECT DISTINCT r.student_id, r.version, e.value ->> 'schoolId' AS school_id, (e.value ->> 'entry')::date AS entry_day,
    (e.value ->> 'exit')::date AS exit_day, e.value ->> 'firstPeriod' AS first_period, e.value -> 'classes' AS classes
FROM roster r CROSS JOIN LATERAL jsonb_array_elements(r.enrolments) AS e;
CREATE INDEX ON enrolment (student_id, version);
CREATE INDEX ON enrolment (school_id);
ANALYZE;

-- ---- The day, as each version of a school's settings has it ---------------------------------------------------------------

-- The bells of the date's day type: the newest schedule that is not after the day.
CREATE TEMP TABLE day_of_school AS
SELECT s.school_id, s.version, d.school_day, b.schedule, (b.schedule ->> 'remote')::boolean AS remote,
    CASE WHEN s.calendar -> d.school_day::text IS NULL THEN 'not in the school''s calendar'
        WHEN s.calendar -> d.school_day::text ->> 'dayType' IS NULL
            THEN coalesce(s.calendar -> d.school_day::text ->> 'note', 'no school in the calendar')
        WHEN b.schedule IS NULL
            THEN 'no bell schedule for the day type ' || (s.calendar -> d.school_day::text ->> 'dayType')
    END AS no_school
FROM (SELECT DISTINCT ON (school_id, version) * FROM school) AS s
JOIN (SELECT DISTINCT school_id, school_day FROM moment) AS d USING (school_id)
LEFT JOIN LATERAL (
    SELECT x.value AS schedule FROM jsonb_array_elements(s.schedules) AS x
    WHERE x.value ->> 'dayType' = s.calendar -> d.school_day::text ->> 'dayType'
        AND (x.value ->> 'effectiveFrom')::date <= d.school_day AND jsonb_array_length(x.value -> 'periods') > 0
    ORDER BY (x.value ->> 'effectiveFrom')::date DESC LIMIT 1) AS b ON true;

CREATE TEMP TABLE period AS
SELECT d.school_id, d.version, d.school_day, p.value ->> 'period' AS period,
    pg_temp.instant_of(d.school_day, (p.value ->> 'start')::time, s.zone) AS starts,
    pg_temp.instant_of(d.school_day, (p.value ->> 'end')::time, s.zone) AS ends
FROM day_of_school d JOIN (SELECT DISTINCT ON (school_id, version) * FROM school) AS s USING (school_id, version)
CROSS JOIN LATERAL jsonb_array_elements(d.schedule -> 'periods') AS p WHERE d.no_school IS NULL;
CREATE INDEX ON period (school_id, version, school_day);

-- The trigger period is the school's (on a day without it, the day's first), or the student's own where that begins later.
CREATE TEMP TABLE plan AS
SELECT d.school_id, d.version, d.school_day, f.first_period, d.no_school, d.remote, t.period AS trigger_period,
    t.starts AS trigger_starts, t.ends AS trigger_ends, t.starts + s.late_limit AS late_limit, t.ends + s.grace AS cut_off,
    (SELECT max(p.ends) FROM period p
        WHERE (p.school_id, p.version, p.school_day) = (d.school_id, d.version, d.school_day)) AS end_of_day,
    s.zone, s.buildings, s.signals, s.mass_percent, s.hold_for
FROM day_of_school d JOIN (SELECT DISTINCT ON (school_id, version) * FROM school) AS s USING (school_id, version)
CROSS JOIN (SELECT DISTINCT coalesce(first_period, '') AS first_period FROM enrolment UNION SELECT '') AS f
LEFT JOIN LATERAL (
    SELECT p.* FROM period p WHERE (p.school_id, p.version, p.school_day) = (d.school_id, d.version, d.school_day)
    ORDER BY p.period = s.trigger_period DESC, p.starts LIMIT 1) AS of_school ON true
LEFT JOIN LATERAL (
    SELECT p.* FROM period p WHERE (p.school_id, p.version, p.school_day) = (d.school_id, d.version, d.school_day)
        AND (p.period = of_school.period OR p.period = f.first_period AND p.starts > of_school.starts)
    ORDER BY p.starts DESC LIMIT 1) AS t ON true;
CREATE INDEX ON plan (school_id, version, school_day, first_period);

-- ---- What is known of each student of a school at each moment: roster, plan, marks -------------------------------------------

-- All students of the school, not only those asked about: they count in the school's picture (rule 13).
CREATE TEMP TABLE standing AS
WITH question AS (SELECT DISTINCT school_id, school_day, at FROM moment),
subject AS (
    SELECT q.*, e.student_id FROM question q JOIN (SELECT DISTINCT school_id, student_id FROM enrolment) AS e USING (school_id)
    UNION SELECT school_id, school_day, at, student_id FROM moment)
SELECT s.student_id, s.school_id, s.school_day, s.at, e.student_id IS NOT NULL AS enrolled, e.classes, p.version,
    p.no_school, p.remote, p.trigger_period, p.trigger_starts, p.late_limit, p.cut_off, p.end_of_day, p.zone,
    p.buildings, p.signals, p.mass_percent, p.hold_for, known.reason AS known,
    CASE WHEN of_trigger.says = 'EXCUSED' THEN coalesce(of_trigger.reason, 'EXCUSED')
        WHEN of_day.says = 'EXCUSED' THEN coalesce(of_day.reason, 'EXCUSED') END AS excused,
    coalesce(of_trigger.says, of_day.says) AS deciding,
    of_trigger.event_id IS NOT NULL AND of_trigger.says IS NULL OR of_day.event_id IS NOT NULL AND of_day.says IS NULL AS asks
FROM subject s
LEFT JOIN LATERAL (  -- the roster: its latest version
    SELECT r.version FROM roster r WHERE r.student_id = s.student_id AND r.told_at <= s.at
    ORDER BY r.version DESC LIMIT 1) AS r ON true
LEFT JOIN LATERAL (
    SELECT e.* FROM enrolment e
    WHERE e.student_id = s.student_id AND e.version = r.version AND e.school_id = s.school_id
        AND s.school_day BETWEEN coalesce(e.entry_day, '-infinity') AND coalesce(e.exit_day, 'infinity') LIMIT 1) AS e ON true
JOIN LATERAL (  -- the school's settings: their latest version
    SELECT x.version FROM school x WHERE x.school_id = s.school_id AND x.told_at <= s.at
    ORDER BY x.version DESC LIMIT 1) AS x ON true
JOIN plan p ON p.school_id = s.school_id AND p.version = x.version AND p.school_day = s.school_day
    AND p.first_period = coalesce(e.first_period, '')
-- A mark's latest version by (version, time, whether it tells something, event id); one that is withdrawn then counts as none.
LEFT JOIN LATERAL (
    SELECT * FROM (SELECT m.* FROM mark m
        WHERE (m.student_id, m.school_id, m.school_day, m.period) = (s.student_id, s.school_id, s.school_day, p.trigger_period)
            AND m.told_at <= s.at
        ORDER BY m.version DESC, m.taken_at DESC, m.tells DESC, m.event_id DESC LIMIT 1) AS m WHERE NOT m.withdrawn) AS of_trigger ON true
LEFT JOIN LATERAL (
    SELECT * FROM (SELECT m.* FROM mark m
        WHERE (m.student_id, m.school_id, m.school_day, m.period) = (s.student_id, s.school_id, s.school_day, 'day')
            AND m.told_at <= s.at
        ORDER BY m.version DESC, m.taken_at DESC, m.tells DESC, m.event_id DESC LIMIT 1) AS m WHERE NOT m.withdrawn) AS of_day ON true
-- A known absence that covers the whole trigger period; of several the first by id.
LEFT JOIN LATERAL (
    SELECT k.reason FROM (SELECT DISTINCT ON (a.absence_id) a.* FROM known_absence a
        WHERE a.student_id = s.student_id AND a.told_at <= s.at
        ORDER BY a.absence_id, a.version DESC, a.recorded_at DESC, a.event_id DESC) AS k
    WHERE NOT k.withdrawn AND (k.school_id IS NULL OR k.school_id = s.school_id)
        AND (s.school_day BETWEEN k.from_day AND k.to_day
            OR k.from_time <= p.trigger_starts AND k.to_time >= p.trigger_ends)
    ORDER BY k.absence_id LIMIT 1) AS known ON true;
CREATE INDEX ON standing (school_id, school_day, at, student_id);
ANALYZE standing;

-- ---- What is known of each school's doors and day ------------------------------------------------------------------------------

-- The school's picture, for rule 13.
CREATE TEMP TABLE picture AS
SELECT q.*,
    EXISTS (SELECT 1 FROM scan c WHERE c.building_id = ANY (q.buildings) AND c.told_at <= q.at
        AND c.scanned_at <= c.recorded_at + interval '5 minutes'
        AND (c.scanned_at AT TIME ZONE q.zone)::date = q.school_day
        AND (c.scanned_at AT TIME ZONE current_setting('oracle.district_zone'))::date = q.school_day) AS any_scan
FROM (SELECT school_id, school_day, at, zone, buildings, count(*) FILTER (WHERE enrolled) AS enrolled,
        count(*) FILTER (WHERE enrolled AND no_school IS NULL AND known IS NOT NULL) AS known,
        count(*) FILTER (WHERE enrolled AND no_school IS NULL AND known IS NULL AND excused IS NULL AND deciding = 'ABSENT')
            AS marked
    FROM standing GROUP BY school_id, school_day, at, zone, buildings) AS q;
CREATE INDEX ON picture (school_id, school_day, at);

-- Doors were listening if every reader in service that sends heartbeats was heard from within its allowed silence before the
-- decision, or after the cut-off; those that send none are judged together per building, by 20 minutes. One that was put into
-- service is waited for once it was heard from, or its allowed silence has passed since then; one for which that comes too late
-- for the cut-off and that was never heard from is no door yet, and only readers that were there by then should have seen anybody.
CREATE TEMP TABLE doors AS
WITH asked AS (SELECT DISTINCT m.doors_at, s.buildings, s.cut_off
    FROM moment m JOIN standing s USING (student_id, school_id, school_day, at) WHERE s.no_school IS NULL),
reader AS (
    SELECT a.*, r.reader_id, r.building_id, r.in_service, of_kind.allowed, coalesce(l.heartbeats, false) AS heartbeats,
        l.heard_at, r.in_service AND coalesce(r.since + of_kind.allowed <= a.cut_off, true) AS there_in_time,
        r.since IS NULL OR r.since + of_kind.allowed < a.doors_at OR coalesce(l.heard_at >= r.since, false) AS waited_for
    FROM asked a
    CROSS JOIN LATERAL (SELECT DISTINCT ON (x.reader_id) x.* FROM reader_setting x WHERE x.told_at <= a.doors_at
            AND x.reader_id IN (SELECT b.reader_id FROM reader_setting b WHERE b.building_id = ANY (a.buildings))
        ORDER BY x.reader_id, x.version DESC) AS r
    LEFT JOIN LATERAL (SELECT bool_or(l.heartbeat) AS heartbeats, max(l.heard_at) AS heard_at FROM sign_of_life l
        WHERE l.reader_id = r.reader_id AND l.told_at <= a.doors_at) AS l ON true
    CROSS JOIN LATERAL (SELECT CASE WHEN l.heartbeats THEN r.allowed ELSE interval '20 minutes' END AS allowed) AS of_kind
    WHERE r.building_id = ANY (a.buildings)),
judged AS (
    SELECT doors_at, buildings, cut_off, heard_at, allowed FROM reader WHERE in_service AND heartbeats AND waited_for
    UNION ALL
    SELECT doors_at, buildings, cut_off, max(heard_at), interval '20 minutes' FROM reader WHERE in_service AND NOT heartbeats
    GROUP BY doors_at, buildings, cut_off, building_id HAVING bool_or(waited_for))
SELECT a.*, coalesce(e.exist, false) AS exist, coalesce(e.there_in_time, false) AS there_in_time,
    coalesce(j.silent, false) AS silent
FROM asked a
LEFT JOIN (SELECT doors_at, buildings, cut_off, bool_or(there_in_time) AS there_in_time,
        bool_or(NOT in_service OR heard_at IS NOT NULL OR there_in_time) AS exist FROM reader GROUP BY 1, 2, 3) AS e
    USING (doors_at, buildings, cut_off)
LEFT JOIN (SELECT doors_at, buildings, cut_off,
        bool_or(heard_at IS NULL OR heard_at <= cut_off AND heard_at + allowed < doors_at) AS silent
    FROM judged GROUP BY 1, 2, 3) AS j USING (doors_at, buildings, cut_off);
CREATE INDEX ON doors (doors_at, cut_off);
ANALYZE doors, picture;

-- What the doors tell of each student. Of two tellings of a scan the one recorded first counts; those from the future or of
-- another date (in the district's zone and in the school's) are not used, nor what is still to come; an exit at or after the
-- end of the day means nothing.
CREATE TEMP TABLE used_scan AS
SELECT s.student_id, s.school_id, s.school_day, s.at, s.late_limit, s.cut_off, c.scanned_at, c.direction = 'OUT' AS goes_out,
    c.building_id = ANY (s.buildings) AS here
FROM moment m JOIN standing s USING (student_id, school_id, school_day, at)
CROSS JOIN LATERAL (SELECT DISTINCT ON (c.event_id) c.* FROM scan c WHERE c.student_id = s.student_id AND c.told_at <= s.at
    ORDER BY c.event_id, c.recorded_at, c.scanned_at) AS c
WHERE c.scanned_at <= s.at AND c.scanned_at <= c.recorded_at + interval '5 minutes'
    AND (c.scanned_at AT TIME ZONE s.zone)::date = s.school_day
    AND (c.scanned_at AT TIME ZONE current_setting('oracle.district_zone'))::date = s.school_day
    AND NOT (c.direction = 'OUT' AND c.scanned_at >= s.end_of_day);

CREATE INDEX ON used_scan (student_id, school_id, school_day, at);
ANALYZE used_scan;

CREATE TEMP TABLE door AS
WITH passed AS (SELECT student_id, school_id, school_day, at,
        max(scanned_at) FILTER (WHERE here AND NOT goes_out) AS last_in,
        max(scanned_at) FILTER (WHERE here AND goes_out) AS last_out,
        max(scanned_at) FILTER (WHERE here AND NOT goes_out AND scanned_at <= late_limit) AS in_by_late_limit,
        max(scanned_at) FILTER (WHERE here AND goes_out AND scanned_at <= late_limit) AS out_by_late_limit,
        max(scanned_at) FILTER (WHERE here AND NOT goes_out AND scanned_at <= cut_off) AS in_by_cut_off,
        max(scanned_at) FILTER (WHERE here AND goes_out AND scanned_at <= cut_off) AS out_by_cut_off,
        max(scanned_at) FILTER (WHERE NOT here AND NOT goes_out) AS elsewhere_at
    FROM used_scan GROUP BY student_id, school_id, school_day, at)
SELECT p.*, (SELECT min(u.scanned_at) FROM used_scan u  -- how the student came in: the first presence since the last exit
    WHERE (u.student_id, u.school_id, u.school_day, u.at) = (p.student_id, p.school_id, p.school_day, p.at)
        AND u.here AND NOT u.goes_out AND u.scanned_at >= coalesce(p.last_out, '-infinity')) AS entry_at
FROM passed p;
CREATE INDEX ON door (student_id, school_id, school_day, at);
ANALYZE door;

-- ---- The fourteen rules -------------------------------------------------------------------------------------------------------

CREATE TEMP TABLE conclusion AS
WITH evidence AS (
    SELECT m.doors_at, s.*, NOT s.remote AND d.exist AS doors_decide, d.silent, d.there_in_time, submitted.yes AS taken,
        pic.marked >= 20 AND pic.marked * 100 > s.mass_percent * (pic.enrolled - pic.known) AS too_many, pic.any_scan,
        -- inside at a time: came in, and did not go out since; at the same instant presence has the last word
        coalesce(door.last_in >= coalesce(door.last_out, '-infinity'), false) AS inside_now,
        coalesce(door.in_by_late_limit >= coalesce(door.out_by_late_limit, '-infinity'), false) AS inside_at_late_limit,
        coalesce(door.in_by_cut_off >= coalesce(door.out_by_cut_off, '-infinity'), false) AS inside_at_cut_off,
        door.last_out, door.elsewhere_at, door.entry_at, glimpse.at AS glimpse_at
    FROM moment m JOIN standing s USING (student_id, school_id, school_day, at)
    JOIN picture pic USING (school_id, school_day, at)
    LEFT JOIN doors d ON d.doors_at = m.doors_at AND d.buildings = s.buildings AND d.cut_off = s.cut_off
    -- Attendance was taken: a signal for the trigger period or the day, of the school or of a class of the student's that may
    -- meet then; its latest version, not withdrawn.
    CROSS JOIN LATERAL (SELECT EXISTS (SELECT 1 FROM (
            SELECT DISTINCT ON (t.period, t.class_id) t.* FROM signal t
            WHERE t.school_id = s.school_id AND t.school_day = s.school_day AND t.told_at <= s.at
            ORDER BY t.period, t.class_id, t.version DESC, t.taken_at DESC, t.event_id DESC) AS t
        WHERE NOT t.withdrawn AND t.period IN (s.trigger_period, 'day')
            AND (t.class_id IS NULL OR EXISTS (SELECT 1 FROM jsonb_array_elements(s.classes) AS c
                WHERE c.value ->> 'classId' = t.class_id AND (jsonb_array_length(c.value -> 'periods') = 0
                    OR c.value -> 'periods' ? s.trigger_period)))) AS yes) AS submitted
    LEFT JOIN door USING (student_id, school_id, school_day, at)
    -- Seen by a later class or by staff of this school, newer than every exit.
    CROSS JOIN LATERAL (SELECT max(g.at) AS at FROM (
            SELECT k.taken_at AS at FROM (SELECT DISTINCT ON (k.period) k.* FROM mark k JOIN period p
                    ON p.school_id = s.school_id AND p.version = s.version AND p.school_day = s.school_day
                    AND p.period = k.period AND p.starts > s.trigger_starts
                WHERE (k.student_id, k.school_id, k.school_day) = (s.student_id, s.school_id, s.school_day)
                    AND k.told_at <= s.at
                ORDER BY k.period, k.version DESC, k.taken_at DESC, k.tells DESC, k.event_id DESC) AS k
            WHERE k.says = 'HERE' AND NOT k.withdrawn
            UNION ALL
            SELECT g.at FROM sighting g
            WHERE (g.student_id, g.school_id, g.school_day) = (s.student_id, s.school_id, s.school_day)
                AND g.seen = 'IN_BUILDING' AND g.told_at <= s.at) AS g
        WHERE g.at > coalesce(door.last_out, '-infinity')) AS glimpse)
SELECT e.*,
    CASE
        WHEN no_school IS NOT NULL THEN 1
        WHEN NOT enrolled THEN 2
        WHEN known IS NOT NULL OR excused IS NOT NULL THEN 3
        WHEN deciding = 'HERE' THEN 4
        WHEN deciding IS NULL AND (inside_now OR NOT asks AND (taken OR NOT signals)) THEN 5
        WHEN glimpse_at IS NOT NULL THEN 6
        WHEN doors_decide AND inside_now AND inside_at_late_limit AND inside_at_cut_off THEN 7
        WHEN doors_decide AND inside_now THEN 8
        WHEN at < cut_off THEN 9
        WHEN deciding IS NULL THEN 10
        WHEN doors_decide AND elsewhere_at IS NOT NULL THEN 11
        WHEN doors_decide AND silent THEN 12
        WHEN too_many OR doors_decide AND there_in_time AND NOT any_scan THEN 13
        ELSE 14
    END AS rule
FROM evidence e;

-- ---- Holds, and how old they are -------------------------------------------------------------------------------------------------

CREATE TEMP TABLE wanted AS
WITH run AS (  -- a run of holds, whatever their reasons, begins where the student was not held before
    SELECT c.*, rule BETWEEN 10 AND 13 AS held,
        CASE WHEN rule = 10 AND asks THEN 'CODE_UNKNOWN'
            ELSE (ARRAY['ATTENDANCE_NOT_TAKEN', 'SEEN_ELSEWHERE', 'DOOR_FEED_SILENT', 'MASS_ABSENCE'])[rule - 9] END AS hold,
        count(*) FILTER (WHERE rule NOT BETWEEN 10 AND 13) OVER so_far AS run
    FROM conclusion c WINDOW so_far AS (PARTITION BY student_id, school_id, school_day ORDER BY at)),
aged AS (
    SELECT r.*, min(at) FILTER (WHERE held) OVER (PARTITION BY student_id, school_id, school_day, run) AS held_since,
        (SELECT d.verdict FROM hold_decision d WHERE d.school_id = r.school_id AND d.school_day = r.school_day
            AND d.reason = r.hold AND d.told_at <= r.at ORDER BY d.told_at DESC LIMIT 1) AS verdict
    FROM run r)
SELECT a.*,
    CASE  -- what the conclusion wants of the family
        WHEN rule = 14 THEN 'CALL'
        WHEN rule = 8 THEN 'ARRIVAL'
        -- a lead released it, or nobody decided for too long; mass absence never opens by itself
        WHEN held AND (verdict = 'RELEASE' OR verdict IS NULL AND rule <> 13 AND held_since + hold_for <= at) THEN 'CALL'
        WHEN held OR rule = 9 THEN 'PATIENCE'
        ELSE 'NO CALL'
    END AS wants,
    (ARRAY['NO_SCHOOL', 'NOT_ENROLLED', 'EXPLAINED', 'MARK_CORRECTED', 'NOT_ABSENT', 'SEEN_IN_SCHOOL', 'IN_BUILDING', NULL,
        'WAITING_AGAIN', 'HELD_AGAIN', 'HELD_AGAIN', 'HELD_AGAIN', 'HELD_AGAIN', NULL])[rule] AS why,
    CASE WHEN held THEN CASE  -- who has to clear it up
        WHEN rule = 13 AND verdict IS NULL AND held_since + interval '20 minutes' <= least(at, end_of_day - interval '1 ms')
            THEN 'DISTRICT'
        WHEN rule = 13 AND verdict IS NULL AND held_since + interval '10 minutes' <= least(at, end_of_day - interval '1 ms')
            THEN 'PRINCIPAL'
        ELSE 'LEAD' END END AS held_with
FROM aged a;

-- ---- The call task, if nobody touched it ---------------------------------------------------------------------------------------------

CREATE TEMP TABLE verdict AS
WITH life AS (
    SELECT w.*,  -- calls open on the school day itself, from the cut-off to the last bell
        coalesce(wants = 'CALL' AND at >= cut_off AND at < end_of_day, false) AS open,
        lag(coalesce(wants = 'CALL' AND at >= cut_off AND at < end_of_day, false)) OVER of_student AS was_open
    FROM wanted w WINDOW of_student AS (PARTITION BY student_id, school_id, school_day ORDER BY at)),
ending AS (  -- an open task ends where it is no longer wanted, or the day has ended first
    SELECT l.*, CASE
        WHEN NOT coalesce(was_open, false) OR open THEN NULL
        WHEN wants = 'NO CALL' THEN 'WITHDRAWN'
        WHEN wants = 'ARRIVAL' THEN 'ARRIVED'
        WHEN at >= end_of_day THEN 'EXPIRED'
        ELSE 'WITHDRAWN' END AS ends_as
    FROM life l),
history AS (
    SELECT e.*, count(*) FILTER (WHERE ends_as IS NOT NULL) OVER so_far AS endings,
        count(*) FILTER (WHERE ends_as = 'EXPIRED') OVER so_far AS expiries,
        -- the doors fell silent since a decision found them listening, and nothing has asked for another one since
        coalesce(rule IN (12, 13) AND silent AND lag(rule >= 13 AND NOT silent) OVER so_far, false) AS falls_silent
    FROM ending e WINDOW so_far AS (PARTITION BY student_id, school_id, school_day ORDER BY at)),
chapter AS (  -- each ending holds until the next one; nothing comes after an expiry
    SELECT h.*, max(ends_as) OVER ending AS ended_as, max(why) FILTER (WHERE ends_as IS NOT NULL) OVER ending AS ended_why,
        bool_or(falls_silent) OVER so_far AS doors_open
    FROM history h
    WINDOW ending AS (PARTITION BY student_id, school_id, school_day, CASE WHEN expiries > 0 THEN -1 ELSE endings END),
        so_far AS (PARTITION BY student_id, school_id, school_day ORDER BY at))
SELECT student_id, school_id, school_day, at, rule,
    (ARRAY['NO_SCHOOL', 'NOT_ENROLLED', 'EXPLAINED', 'NOT_ABSENT', 'NOT_ABSENT', 'SEEN_IN_SCHOOL', 'IN_BUILDING', 'ARRIVED',
        'WAITING', 'HELD', 'HELD', 'HELD', 'HELD', 'UNACCOUNTED'])[rule] AS state,
    CASE rule WHEN 1 THEN no_school WHEN 3 THEN coalesce(known, excused) ELSE hold END AS reason,
    CASE rule WHEN 7 THEN entry_at WHEN 8 THEN entry_at WHEN 11 THEN elsewhere_at END AS scan_at,
    CASE WHEN rule = 14 AND doors_decide THEN last_out END AS left_at,
    CASE rule WHEN 9 THEN cut_off END AS cut_off,
    CASE WHEN held THEN held_since END AS held_since, held_with,
    CASE WHEN expiries > 0 THEN 'EXPIRED' WHEN open THEN 'OPEN' ELSE ended_as END AS task,
    CASE WHEN expiries = 0 AND open THEN rule <> 14 END AS weak,
    CASE WHEN expiries = 0 AND NOT open THEN ended_why END AS ended,
    doors_open
FROM chapter;
