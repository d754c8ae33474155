-- One import at a time stages its rows here, checks them set against set, and only then merges them. After a crash of the
-- database the tables are empty and the import reads its file again, so they need no log.
CREATE UNLOGGED TABLE staged_org (
    line bigint, id text, deleted boolean, modified timestamptz, name text, type text
);
CREATE UNLOGGED TABLE staged_session (
    line bigint, id text, deleted boolean, modified timestamptz, starts date, ends_before date
);
CREATE UNLOGGED TABLE staged_user (
    line bigint, id text, deleted boolean, modified timestamptz, role text, agents text[], details text, grade text,
    language text, homeroom text, first_period text, groups text[], badges text[]
);
CREATE UNLOGGED TABLE staged_membership (
    line bigint, id text, deleted boolean, modified timestamptz, user_id text, org_id text, role text, entry date, exit date
);
CREATE UNLOGGED TABLE staged_class (
    line bigint, id text, deleted boolean, modified timestamptz, title text, homeroom boolean, org_id text, periods text[],
    terms text[]
);
CREATE UNLOGGED TABLE staged_seat (
    line bigint, id text, deleted boolean, modified timestamptz, class_id text, org_id text, user_id text, role text,
    lead_teacher boolean, begins date, ends date
);
CREATE UNLOGGED TABLE staged_contact (
    line bigint, id text, deleted boolean, modified timestamptz, student_id text, guardian_id text, details text
);
CREATE UNLOGGED TABLE staged_badge (
    line bigint, id text, deleted boolean, modified timestamptz, badge text, student_id text, valid_from timestamptz,
    valid_to timestamptz
);
-- Lines that were not used although their id can be read: what is stored under it is neither changed nor deleted.
CREATE UNLOGGED TABLE staged_rejected (
    file text, id text
);
-- The schools that the files name: a bulk file is the whole truth about these and says nothing of the others.
CREATE UNLOGGED TABLE staged_school (
    school_id text PRIMARY KEY
);

CREATE INDEX staged_org_id ON staged_org (id);
CREATE INDEX staged_session_id ON staged_session (id);
CREATE INDEX staged_user_id ON staged_user (id);
CREATE INDEX staged_membership_id ON staged_membership (id);
CREATE INDEX staged_membership_user ON staged_membership (user_id);
CREATE INDEX staged_class_id ON staged_class (id);
CREATE INDEX staged_seat_id ON staged_seat (id);
CREATE INDEX staged_seat_class ON staged_seat (class_id);
CREATE INDEX staged_rejected_id ON staged_rejected (id);
