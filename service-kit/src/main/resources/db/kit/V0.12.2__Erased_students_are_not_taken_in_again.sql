-- Orders of erasure that this service has read of privacy.orders.v1, and how far it has come. A row stays for good: of whom it says
-- so, nothing is taken in again, also when topics are read from their beginning.
CREATE TABLE erasure (
    order_id   text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C" NOT NULL,
    state      text   NOT NULL,
    since      timestamptz,
    version    bigint NOT NULL
);
COMMENT ON COLUMN erasure.version IS 'counts what it came to; reports are ordered by it';
CALL guard_rows('erasure', NULL);
