-- When each class of record was purged, and who has it in hand: one of the replicas a day.
CREATE TABLE purge (
    record_class text        PRIMARY KEY,
    taken_at     timestamptz NOT NULL,
    done_at      timestamptz,
    records      bigint,
    first_kept   date,
    whole_at     timestamptz
);
COMMENT ON COLUMN purge.records IS 'how many were too old when it was done last';
COMMENT ON COLUMN purge.first_kept IS 'records of earlier days were purged then';
COMMENT ON COLUMN purge.whole_at IS 'when all days were looked at, and not only those since the purge before; null: to be done next';
