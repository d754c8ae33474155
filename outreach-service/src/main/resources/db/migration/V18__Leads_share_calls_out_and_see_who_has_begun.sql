-- Who is to make a call, by the lead's choice. It is where a caller is offered it first, and takes it from nobody.
CREATE TABLE call_task_assignment (
    task_id     text COLLATE "C" PRIMARY KEY,
    student_id  text COLLATE "C" NOT NULL,
    school_id   text COLLATE "C" NOT NULL,
    school_day  date        NOT NULL,
    caller      text COLLATE "C",
    assigned_by text        NOT NULL,
    assigned_at timestamptz NOT NULL,
    version     bigint      NOT NULL
);
COMMENT ON COLUMN call_task_assignment.caller IS 'null: anybody''s again';
CREATE INDEX call_task_assignment_of_caller ON call_task_assignment (caller, school_day);
CALL guard_rows('call_task_assignment', of_the_schools('school_id'));

-- Each time a task was given to a caller who asked for the next one: where it stood.
CREATE TABLE call_task_offer (
    offer_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    task_id    text COLLATE "C" NOT NULL,
    student_id text COLLATE "C" NOT NULL,
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    caller     text        NOT NULL,
    band       smallint    NOT NULL,
    rank       int         NOT NULL,
    waiting    int         NOT NULL,
    drawn      boolean     NOT NULL,
    offered_at timestamptz NOT NULL
);
COMMENT ON COLUMN call_task_offer.rank IS 'the how-manieth offer of its band, school and day it was';
COMMENT ON COLUMN call_task_offer.waiting IS 'how many of its band waited at the school then, this one too';
COMMENT ON COLUMN call_task_offer.drawn IS 'the order among equals was drawn, as the district had approved';
CREATE INDEX call_task_offer_of_day ON call_task_offer (school_id, school_day, band);
CREATE INDEX call_task_offer_of_task ON call_task_offer (task_id);
CALL guard_rows('call_task_offer', of_the_schools('school_id'));

-- Whether equals are drawn. Append-only: the newest row is in force; without a row nothing is drawn.
CREATE TABLE draw_approval (
    approval_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    approved    boolean     NOT NULL,
    seed        text        NOT NULL,
    why_sealed  jsonb       NOT NULL,
    decided_by  text        NOT NULL,
    decided_at  timestamptz NOT NULL
);
COMMENT ON COLUMN draw_approval.seed IS 'with a task''s id it gives the place, so that anybody can draw again';
CREATE FUNCTION refuse_to_rewrite_an_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_jsonb(NEW) - 'why_sealed' <> to_jsonb(OLD) - 'why_sealed' OR NEW.why_sealed IS NULL THEN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER draw_approval_stands BEFORE UPDATE ON draw_approval
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_an_approval();
CREATE TRIGGER draw_approval_stays BEFORE DELETE OR TRUNCATE ON draw_approval
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- Families wait and nobody has begun to call. It names no student.
CREATE TABLE start_alert (
    school_id  text COLLATE "C" NOT NULL,
    school_day date        NOT NULL,
    cut_off    timestamptz NOT NULL,
    raised_at  timestamptz NOT NULL,
    ended_at   timestamptz,
    PRIMARY KEY (school_id, school_day)
);
COMMENT ON COLUMN start_alert.ended_at IS 'somebody began, or nobody is to be called any more';
CREATE INDEX start_alert_standing ON start_alert (school_id) WHERE ended_at IS NULL;
