-- What a district would rather have its callers say. Each change is kept; the newest of a language and kind is in force, and one without
-- a text gives back what comes with the service.
CREATE TABLE script (
    language    text COLLATE "C" NOT NULL,
    kind        text COLLATE "C" NOT NULL,
    version     bigint      NOT NULL,
    text_sealed jsonb,
    changed_by  text        NOT NULL,
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (language, kind, version)
);
COMMENT ON TABLE script IS 'Append-only.';

-- What was said in a script is kept, and may be sealed again under another key.
CREATE TRIGGER script_stays BEFORE DELETE OR TRUNCATE ON script FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- A number that staff found, where the roster has none that works. It stays here until the roster has it, or somebody takes it out.
CREATE TABLE found_number (
    number_id     text COLLATE "C" PRIMARY KEY,
    student_id    text COLLATE "C" NOT NULL,
    school_id     text COLLATE "C" NOT NULL,
    found_sealed  jsonb       NOT NULL,
    entry         text COLLATE "C" NOT NULL,
    entry_under   text        NOT NULL,
    entered_by    text        NOT NULL,
    entered_at    timestamptz NOT NULL,
    removed_by    text,
    removed_at    timestamptz,
    version       bigint      NOT NULL
);
COMMENT ON COLUMN found_number.found_sealed IS 'the number, whose it is, and what was written about it';
COMMENT ON COLUMN found_number.entry IS 'the blind index of the number, as in student_number; entry_under says which index key made it';
CREATE INDEX found_number_of ON found_number (student_id);
CREATE INDEX found_number_by_entry ON found_number (entry) WHERE removed_at IS NULL;
CALL guard_rows('found_number', of_the_schools('school_id'));

-- One note for many: the late bus of sixty students.
CREATE TABLE group_note (
    note_id     text COLLATE "C" PRIMARY KEY,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    reason      text        NOT NULL,
    text_sealed jsonb       NOT NULL,
    written_by  text        NOT NULL,
    written_at  timestamptz NOT NULL,
    taken_back_by text,
    taken_back_at timestamptz,
    version     bigint      NOT NULL
);
CREATE INDEX group_note_of_day ON group_note (school_id, school_day);
CALL guard_rows('group_note', of_the_schools('school_id'));

CREATE TABLE group_note_student (
    note_id    text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date NOT NULL,
    PRIMARY KEY (note_id, student_id)
);
CREATE INDEX group_note_of_student ON group_note_student (student_id, school_day);
CALL guard_rows('group_note_student', of_the_schools('school_id'));
