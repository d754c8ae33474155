-- Readers count their scans. After a reset they begin anew: of scans before it the numbers mean nothing any more.
ALTER TABLE reader_contact
    ADD COLUMN highest_at   timestamptz,
    ADD COLUMN restarted_at timestamptz;
