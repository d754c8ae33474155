-- The last version of each. Either days or times are given; the detail is a value under the district's key.
CREATE TABLE known_absence (
    absence_id text PRIMARY KEY,
    student_id text NOT NULL,
    school_id  text,
    reason     text NOT NULL,
    from_day   date,
    to_day     date,
    from_time  timestamptz,
    to_time    timestamptz,
    detail     jsonb,
    version    bigint NOT NULL,
    deleted    boolean NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    CHECK ((from_day IS NULL) = (to_day IS NULL)),
    CHECK ((from_time IS NULL) = (to_time IS NULL)),
    CHECK ((from_day IS NULL) <> (from_time IS NULL))
);
