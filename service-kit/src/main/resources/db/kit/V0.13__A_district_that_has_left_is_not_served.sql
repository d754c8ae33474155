-- That the district has left, who ordered it, and when. One row, for good: a service that finds it does not start. Until the keys are
-- destroyed, the owner of the database may take it out again.
CREATE TABLE off_boarding (
    one         boolean     PRIMARY KEY DEFAULT true CHECK (one),
    district_id text        NOT NULL,
    ordered_by  text        NOT NULL,
    ordered_at  timestamptz NOT NULL
);
REVOKE UPDATE, DELETE, TRUNCATE ON off_boarding FROM ${app}, ${app}_system;
