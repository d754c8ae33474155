-- What a school's day looks like. The version counts every change of the school, its bells or its calendar.
CREATE TABLE school (
    school_id             text PRIMARY KEY,
    name                  text NOT NULL,
    zone                  text NOT NULL,
    buildings             text[] NOT NULL,
    trigger_period        text NOT NULL,
    grace_minutes         integer NOT NULL,
    late_limit_minutes    integer NOT NULL,
    sends_attendance_taken boolean NOT NULL,
    mass_absence_percent  integer NOT NULL,
    hold_minutes          integer NOT NULL,
    principal             text,
    version               bigint NOT NULL
);

-- Several versions of a day type may stand side by side; the latest effective one on a date holds.
CREATE TABLE bell_schedule (
    school_id      text NOT NULL REFERENCES school,
    day_type       text NOT NULL,
    effective_from date NOT NULL,
    remote         boolean NOT NULL,
    periods        jsonb NOT NULL,
    PRIMARY KEY (school_id, day_type, effective_from)
);

-- A date without a row, or without a day type, is not a school day.
CREATE TABLE calendar_day (
    school_id text NOT NULL REFERENCES school,
    day       date NOT NULL,
    day_type  text,
    note      text,
    PRIMARY KEY (school_id, day)
);
