-- Sets that the API gave; scope is a school's id, or * for the district.
CREATE TABLE attendance_codes (
    scope      text PRIMARY KEY,
    codes      jsonb NOT NULL,
    version    bigint NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL
);
