-- A row holds all events that a transaction adds at once: a thousand students decided together are one row written, read and
-- removed, and not a thousand. How a row is read is said in OutboxBatch; the rows made here are those that were waiting.
ALTER TABLE outbox RENAME TO outbox_by_event;

CREATE TABLE outbox (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    events  int    NOT NULL,
    batch   bytea  NOT NULL,
    written timestamptz NOT NULL
) WITH (vacuum_truncate = off, toast.vacuum_truncate = off);
COMMENT ON COLUMN outbox.events IS 'how many are in the batch';
ALTER TABLE outbox ALTER COLUMN batch SET STORAGE EXTERNAL;

INSERT INTO outbox (events, batch, written)
SELECT 1,
    '\x00'::bytea || int4send(1)
        || int4send(octet_length(topic)) || convert_to(topic, 'UTF8')
        || int4send(octet_length(key)) || convert_to(key, 'UTF8')
        || CASE WHEN value IS NULL THEN int4send(-1) ELSE int4send(octet_length(value)) || value END
        || (SELECT int4send(count(*)::int) || coalesce(string_agg(
                int4send(octet_length(h.name)) || convert_to(h.name, 'UTF8')
                || int4send(octet_length(h.value)) || convert_to(h.value, 'UTF8'), ''::bytea), ''::bytea)
            FROM jsonb_each_text(headers) AS h(name, value)),
    written
FROM outbox_by_event ORDER BY id;

DROP TABLE outbox_by_event;
