-- What the oracle is given: everything that was accepted, as it was told, and the moments it is asked about.

CREATE TEMP TABLE accepted (
    topic   text        NOT NULL,  -- the topic's name; 'sighting' and 'hold-decision' for what people enter
    value   jsonb       NOT NULL,  -- the event as it was written
    told_at timestamptz NOT NULL   -- from when on it was known
);

CREATE TEMP TABLE moment (
    student_id text        NOT NULL,
    school_id  text        NOT NULL,
    school_day date        NOT NULL,
    at         timestamptz NOT NULL,  -- what is to be concluded then, from all that was told by then?
    doors_at   timestamptz NOT NULL,  -- when a decision was made last: the doors are judged as of then
    PRIMARY KEY (student_id, school_id, school_day, at)
);
