-- Every version of what the roster said of a student's badges. What holds is a function of this set, in whatever order it came.
CREATE TABLE badge_roster (
    student_id  text        NOT NULL,
    version     bigint      NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (student_id, version)
);

CREATE TABLE badge_roster_claim (
    student_id text        NOT NULL,
    version    bigint      NOT NULL,
    badge      text        NOT NULL,
    valid_from timestamptz,
    valid_to   timestamptz,
    FOREIGN KEY (student_id, version) REFERENCES badge_roster
);

CREATE INDEX badge_roster_claim_of_student ON badge_roster_claim (student_id, version);

-- Whose a badge was when: from inclusive, to exclusive, none means open. Derived from the roster, or set by hand.
CREATE TABLE badge_claim (
    badge      text        NOT NULL,
    source     text        NOT NULL CHECK (source IN ('BY_HAND', 'ROSTER')),
    student_id text        NOT NULL,
    valid_from timestamptz,
    valid_to   timestamptz,
    UNIQUE NULLS NOT DISTINCT (badge, source, student_id, valid_from)
);

CREATE INDEX badge_claim_of_student ON badge_claim (student_id, source);
