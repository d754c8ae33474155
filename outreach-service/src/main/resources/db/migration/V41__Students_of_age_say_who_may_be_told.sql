-- Who may be called and told of a student who is of age, beside what the roster says: who signed, or whose dependent the student is. An entry
-- stays when it has ended. It is the student's, whatever the school.
CREATE TABLE consent (
    consent_id   text COLLATE "C" PRIMARY KEY,
    student_id   text COLLATE "C" NOT NULL,
    contact_id   text COLLATE "C" NOT NULL,
    basis        text        NOT NULL,
    since        date        NOT NULL,
    entered_by   text        NOT NULL,
    entered_at   timestamptz NOT NULL,
    withdrawn_by text,
    withdrawn_at timestamptz,
    version      bigint      NOT NULL
);
COMMENT ON COLUMN consent.contact_id IS 'the roster''s id of whom, or the id of a number that staff have found';
COMMENT ON COLUMN consent.basis IS 'SIGNED (34 CFR 99.30) or DEPENDENT (34 CFR 99.31(a)(8))';
COMMENT ON COLUMN consent.since IS 'when it was signed, or shown';
CREATE INDEX consent_of_student ON consent (student_id);
CREATE UNIQUE INDEX consent_once ON consent (student_id, contact_id) WHERE withdrawn_at IS NULL;
CALL guard_rows('consent', 'EXISTS (SELECT FROM enrolment e WHERE e.student_id = consent.student_id)');

-- Whom a notice is owed to is asked in SQL, and a person is a ciphertext there.
ALTER TABLE person ADD COLUMN student_first boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN person.student_first IS 'the student is of age, and by the district''s policy called first; made with the entries of the numbers';
