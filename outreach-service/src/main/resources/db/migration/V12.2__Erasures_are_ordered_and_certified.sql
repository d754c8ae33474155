-- Who ordered that a student is erased, and why. The order goes out once no legal hold keeps the student; one is never taken back.
CREATE TABLE erasure_order (
    order_id   text COLLATE "C" PRIMARY KEY,
    student_id text COLLATE "C" NOT NULL UNIQUE,
    ordered_by text        NOT NULL,
    ordered_at timestamptz NOT NULL,
    why_sealed jsonb       NOT NULL,
    sent_at    timestamptz
);
CALL guard_rows('erasure_order', NULL);

CREATE FUNCTION refuse_to_rewrite_an_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.order_id, OLD.student_id, OLD.ordered_by, OLD.ordered_at)
            IS DISTINCT FROM (NEW.order_id, NEW.student_id, NEW.ordered_by, NEW.ordered_at)
            OR NEW.why_sealed IS NULL
            OR OLD.sent_at IS NOT NULL AND OLD.sent_at IS DISTINCT FROM NEW.sent_at THEN
        RAISE EXCEPTION 'an erasure is ordered once and sent once';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER erasure_order_stands BEFORE UPDATE ON erasure_order
    FOR EACH ROW EXECUTE FUNCTION refuse_to_rewrite_an_erasure();
CREATE TRIGGER erasure_order_stays BEFORE DELETE OR TRUNCATE ON erasure_order
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite_history();

-- What each service has reported, the latest of each.
CREATE TABLE erasure_report (
    order_id    text COLLATE "C" NOT NULL,
    service     text        NOT NULL,
    held        boolean     NOT NULL,
    classes     jsonb       NOT NULL,
    version     bigint      NOT NULL,
    reported_at timestamptz NOT NULL,
    PRIMARY KEY (order_id, service)
);
