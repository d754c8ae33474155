-- Which languages people who call have said that they speak. Each change is kept; the newest of a person holds. It names no student and
-- belongs to no school, like the grants.
CREATE TABLE staff_language (
    subject    text COLLATE "C" NOT NULL,
    version    bigint      NOT NULL,
    languages  text[]      NOT NULL,
    changed_by text        NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (subject, version)
);
COMMENT ON TABLE staff_language IS 'Append-only.';
COMMENT ON COLUMN staff_language.subject IS 'the person, as the identity provider names them';
COMMENT ON COLUMN staff_language.languages IS 'as in BCP 47, the first part of each only, such as es';
CREATE TRIGGER staff_language_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON staff_language
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- Who is to be given a call is asked in SQL, and a person is a ciphertext there.
ALTER TABLE call_attempt ADD COLUMN barrier_language text COLLATE "C";
COMMENT ON COLUMN call_attempt.barrier_language IS
    'after a language barrier: in which language whom was called is spoken with, as the roster says; null where it does not tell, or English';

-- Who of those who call at a school now has said that they speak a language.
CREATE FUNCTION speakers_at(school text, spoken text) RETURNS SETOF text LANGUAGE sql STABLE ROWS 2 AS $$
    SELECT DISTINCT g.subject FROM known_grant g
    CROSS JOIN LATERAL (SELECT s.languages FROM staff_language s WHERE s.subject = g.subject ORDER BY s.version DESC LIMIT 1) AS said
    WHERE NOT g.revoked AND (g.expires_at IS NULL OR g.expires_at > now())
        AND g.role IN ('caller', 'attendance-lead', 'principal') AND g.schools && ARRAY[school, '*']
        AND spoken = ANY (said.languages)
$$;

-- Whether the latest call that met a language met one that the caller does not speak, and somebody does who calls at that school.
CREATE FUNCTION waits_for_a_speaker(task text, school text, who text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT FROM (
            SELECT a.barrier_language FROM call_attempt a
            WHERE a.task_id = task AND a.outcome = 'LANGUAGE_BARRIER' AND a.undone_at IS NULL AND a.barrier_language IS NOT NULL
            ORDER BY a.started_at DESC, a.recorded_at DESC LIMIT 1) AS met
        WHERE EXISTS (SELECT FROM speakers_at(school, met.barrier_language))
            AND who NOT IN (SELECT * FROM speakers_at(school, met.barrier_language)))
$$;
