-- The roster as its sources gave it, one table per OneRoster file, so that a delta of one row can be understood. Names,
-- numbers and restrictions stand only in the columns called details and person, encrypted under the district's key.
-- An id that appears here is the source's sourcedId.
CREATE TABLE roster_org (
    org_id   text PRIMARY KEY,
    name     text NOT NULL,
    type     text NOT NULL,
    modified timestamptz
);

CREATE TABLE roster_session (
    session_id  text PRIMARY KEY,
    starts      date,
    ends_before date,
    modified    timestamptz
);

CREATE TABLE roster_user (
    user_id      text PRIMARY KEY,
    line         bigint NOT NULL,
    role         text,
    details      text NOT NULL,
    grade        text,
    language     text,
    homeroom     text,
    first_period text,
    groups       text[] NOT NULL,
    badges       text[] NOT NULL,
    modified     timestamptz
);

-- Links in either direction, with their place in the user's own list.
CREATE TABLE roster_agent (
    user_id  text NOT NULL,
    agent_id text NOT NULL,
    place    bigint NOT NULL,
    PRIMARY KEY (user_id, agent_id)
);
CREATE INDEX roster_agent_other_way ON roster_agent (agent_id);

CREATE TABLE roster_membership (
    membership_id text PRIMARY KEY,
    user_id       text NOT NULL,
    org_id        text NOT NULL,
    role          text NOT NULL,
    entry         date,
    exit          date,
    modified      timestamptz
);
CREATE INDEX roster_membership_of_user ON roster_membership (user_id);
CREATE INDEX roster_membership_of_org ON roster_membership (org_id, role);

CREATE TABLE roster_class (
    class_id text PRIMARY KEY,
    org_id   text NOT NULL,
    title    text,
    homeroom boolean NOT NULL,
    periods  text[] NOT NULL,
    terms    text[] NOT NULL,
    modified timestamptz
);
CREATE INDEX roster_class_of_org ON roster_class (org_id);

CREATE TABLE roster_seat (
    seat_id  text PRIMARY KEY,
    class_id text NOT NULL,
    org_id   text NOT NULL,
    user_id  text NOT NULL,
    role     text NOT NULL,
    lead_teacher boolean NOT NULL,
    begins   date,
    ends     date,
    modified timestamptz
);
CREATE INDEX roster_seat_of_user ON roster_seat (user_id);
CREATE INDEX roster_seat_of_class ON roster_seat (class_id, role);
CREATE INDEX roster_seat_of_org ON roster_seat (org_id);

CREATE TABLE roster_contact_setting (
    student_id  text NOT NULL,
    guardian_id text NOT NULL,
    details     text NOT NULL,
    PRIMARY KEY (student_id, guardian_id)
);

CREATE TABLE roster_badge (
    student_id text NOT NULL,
    badge      text NOT NULL,
    valid_from timestamptz,
    valid_to   timestamptz
);
CREATE INDEX roster_badge_of_student ON roster_badge (student_id);

-- What the rest of the system was last told of a student. The version counts what was told.
CREATE TABLE roster_student (
    student_id  text PRIMARY KEY,
    enrolments  text NOT NULL,
    person      text,
    version     bigint NOT NULL,
    recorded_at timestamptz NOT NULL
);

-- Students to be looked at again: whoever takes one compares, tells what changed, and deletes the row in one transaction.
CREATE TABLE roster_candidate (
    student_id text PRIMARY KEY
);

-- Up to which day classes that begin and end by date have been looked at.
CREATE TABLE roster_day (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    day date NOT NULL
);
