-- By which rules tallies were counted, so that whoever counts them anew goes by the same. There is a row for each set of rules that was
-- in force since everything was counted anew last: more than one, and some of it may be counted by rules that no longer hold.
CREATE TABLE counting_policy (
    policy_id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    since           timestamptz NOT NULL,
    minimum_days    int         NOT NULL,
    usual_rule      text        NOT NULL,
    half_of_periods text[]      NOT NULL,
    trigger_period  text[]      NOT NULL,
    year_ends       text        NOT NULL,
    zone            text        NOT NULL
);
COMMENT ON COLUMN counting_policy.since IS 'when the service first counted by it';
COMMENT ON COLUMN counting_policy.half_of_periods IS 'schools that have this rule of their own, in their order';
COMMENT ON COLUMN counting_policy.trigger_period IS 'schools that have this rule of their own, in their order';
COMMENT ON COLUMN counting_policy.year_ends IS 'the last day of each school year, month and day: 07-31';
