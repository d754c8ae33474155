-- That somebody reported a suspicion to the register of child abuse: that they did, and never what it was. A request sees the notes of
-- who it says it is (set_config('secondperiod.subject', ..., true)), and without it none, whatever its schools are. An erasure takes the
-- student out and leaves the rest, which proves that the report was made.
CREATE TABLE mandated_report (
    report_id   text COLLATE "C" PRIMARY KEY,
    student_id  text COLLATE "C",
    school_id   text COLLATE "C" NOT NULL,
    reported_at timestamptz NOT NULL,
    call_id     jsonb,
    noted_by    text COLLATE "C" NOT NULL,
    noted_at    timestamptz NOT NULL
);
CREATE INDEX mandated_report_by ON mandated_report (noted_by, reported_at);
CREATE INDEX mandated_report_of_student ON mandated_report (student_id);
CALL guard_rows('mandated_report', 'noted_by = (SELECT current_setting(''secondperiod.subject'', true))');

-- Nobody makes somebody else the reporter, or the report another one's.
CREATE FUNCTION refuse_another_report() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.report_id, OLD.school_id, OLD.reported_at, OLD.noted_by, OLD.noted_at)
            IS DISTINCT FROM (NEW.report_id, NEW.school_id, NEW.reported_at, NEW.noted_by, NEW.noted_at)
            OR (NEW.student_id IS NOT NULL AND NEW.student_id IS DISTINCT FROM OLD.student_id) THEN
        RAISE EXCEPTION 'a report was made once, by one person';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER mandated_report_stands BEFORE UPDATE ON mandated_report
    FOR EACH ROW EXECUTE FUNCTION refuse_another_report();

-- Given out to a court: by whom, when, by which order. Seen with the note.
CREATE TABLE mandated_report_shown (
    showing_id  text COLLATE "C" PRIMARY KEY,
    report_id   text COLLATE "C" NOT NULL,
    shown_to    text        NOT NULL,
    shown_at    timestamptz NOT NULL,
    court_order jsonb       NOT NULL
);
CREATE INDEX mandated_report_shown_of ON mandated_report_shown (report_id);
CALL guard_rows('mandated_report_shown',
    'EXISTS (SELECT FROM mandated_report r WHERE r.report_id = mandated_report_shown.report_id)');
