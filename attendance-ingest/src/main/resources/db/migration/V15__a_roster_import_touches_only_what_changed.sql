-- Whether a sealed value changed cannot be seen from it, because each sealing differs. Beside it stands a mark: a keyed
-- fingerprint of what is inside, which tells equal from different and nothing else. Rows from before have none, and the next
-- bulk file gives them one.
ALTER TABLE roster_user ADD COLUMN mark text NOT NULL DEFAULT '';
ALTER TABLE roster_contact_setting ADD COLUMN mark text NOT NULL DEFAULT '';

-- A line's number moves with every line before it. What it was kept for, the order among those who name the same user, is kept
-- with the link instead.
ALTER TABLE roster_agent ADD COLUMN turn bigint NOT NULL DEFAULT 0;
UPDATE roster_agent t SET turn = o.turn
FROM (SELECT a.user_id, a.agent_id, row_number() OVER (PARTITION BY a.agent_id ORDER BY u.line, a.user_id) AS turn
      FROM roster_agent a JOIN roster_user u ON u.user_id = a.user_id) o
WHERE t.user_id = o.user_id AND t.agent_id = o.agent_id;
ALTER TABLE roster_user DROP COLUMN line;

-- Of the person that was told a mark is enough. A student whom the source deleted keeps nothing but the version.
ALTER TABLE roster_student DROP COLUMN person;
ALTER TABLE roster_student ADD COLUMN person_mark text;
ALTER TABLE roster_student ADD COLUMN erased boolean NOT NULL DEFAULT false;
ALTER TABLE roster_candidate ADD COLUMN deleted boolean NOT NULL DEFAULT false;

-- Found by whole tables only, since a bulk file names schools by the hundred.
DROP INDEX roster_class_of_org;
DROP INDEX roster_seat_of_org;

-- What an import is at, for whoever waits for it.
ALTER TABLE roster_import ADD COLUMN step text;

-- The staging tables hold nothing between imports; their columns now stand in the order of the records that fill them.
DROP TABLE staged_user, staged_contact;
CREATE UNLOGGED TABLE staged_user (
    line bigint, id text, deleted boolean, modified timestamptz, role text, agents text[], details text, mark text, grade text,
    language text, homeroom text, first_period text, groups text[], badges text[]
);
CREATE UNLOGGED TABLE staged_contact (
    line bigint, id text, deleted boolean, modified timestamptz, student_id text, guardian_id text, details text, mark text
);
CREATE UNLOGGED TABLE staged_link (
    user_id text, agent_id text, place bigint, turn bigint
);

-- What of the stored roster an import changes, found before anything is: the key, whether the row goes, and whom the row named
-- before and names now.
CREATE UNLOGGED TABLE changed_org (id text, gone boolean);
CREATE UNLOGGED TABLE changed_session (id text, gone boolean);
CREATE UNLOGGED TABLE changed_user (id text, gone boolean);
CREATE UNLOGGED TABLE changed_membership (id text, gone boolean, user_id text, old_user_id text);
CREATE UNLOGGED TABLE changed_class (id text, gone boolean);
CREATE UNLOGGED TABLE changed_seat (
    id text, gone boolean, user_id text, old_user_id text, class_id text, old_class_id text, role text, old_role text
);
CREATE UNLOGGED TABLE changed_link (user_id text, agent_id text, gone boolean);
CREATE UNLOGGED TABLE changed_student (id text);
-- Everybody whom these changes concern, student or not.
CREATE UNLOGGED TABLE concerned (id text);
