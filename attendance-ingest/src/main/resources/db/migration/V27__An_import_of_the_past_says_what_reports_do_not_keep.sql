-- Of an import of the past: from which day on reports keep anything, and how many sound rows are of earlier days. Empty until all of
-- it was read, and of imports before this.
ALTER TABLE history_import
    ADD COLUMN kept_from date,
    ADD COLUMN rows_not_kept bigint NOT NULL DEFAULT 0;
