-- A decision that is made when its time has come goes on with the trace of the mark that it is about (docs/decisions/0060).
ALTER TABLE mark_version ADD COLUMN trace text COLLATE "C" CHECK (trace ~ '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$');
COMMENT ON COLUMN mark_version.trace IS 'W3C traceparent of the record that told of it; null where it was not traced. It says nothing of anybody.';
