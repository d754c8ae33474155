-- Under which key, and as which version, a student's person was last told. None: nobody has looked yet.
ALTER TABLE roster_student ADD COLUMN person_key text, ADD COLUMN person_version bigint;

-- How many values lie on a topic under which key, as they were last counted.
CREATE TABLE topic_count (
    topic      text PRIMARY KEY,
    begun_at   timestamptz NOT NULL,
    counted_at timestamptz,
    under      text
);
COMMENT ON COLUMN topic_count.begun_at IS 'by the clock of the database server: who begins keeps the others from it for a while';
COMMENT ON COLUMN topic_count.under IS 'the key that was current when it was counted';
CREATE TABLE topic_key (
    topic  text NOT NULL,
    key_id text NOT NULL,
    found  bigint NOT NULL,
    PRIMARY KEY (topic, key_id)
);

-- Why somebody gave up a fact is said in their own words.
ALTER TABLE quarantine_discarded ADD COLUMN why_sealed jsonb, ALTER COLUMN why DROP NOT NULL;
