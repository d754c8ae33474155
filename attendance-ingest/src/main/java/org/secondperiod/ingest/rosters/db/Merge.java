package org.secondperiod.ingest.rosters.db;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** Makes staged rows the roster: what is new, what changed, what is gone. Set against set, in one transaction. */
public final class Merge {

    private static final String AT_NAMED_SCHOOL = "t.org_id IN (SELECT school_id FROM staged_school)";

    private static final String USER_NOT_REJECTED =
            "NOT EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = 'users.csv' AND r.id = t.user_id)";

    /** Tables that the planner must know the size of before students are compared. */
    private static final List<String> GROWN = List.of(
            "roster_user", "roster_agent", "roster_membership", "roster_class", "roster_seat", "roster_candidate");

    private Merge() {}

    /** Merges, and leaves in roster_candidate whoever may have changed by it. */
    public static void run(Handle tx, ImportPlan plan) {
        Candidates.add(tx, plan);
        replace(tx, StagedEntity.SESSIONS);
        replace(tx, StagedEntity.ORGS);
        users(tx, plan);
        memberships(tx, plan);
        bySchool(tx, plan, StagedEntity.CLASSES);
        bySchool(tx, plan, StagedEntity.SEATS);
        SideFiles.merge(tx, plan);
        Candidates.add(tx, plan);
        GROWN.forEach(table -> tx.execute("ANALYZE " + table));
    }

    private static void replace(Handle tx, StagedEntity entity) {
        tx.execute(entity.deletion());
        tx.execute(entity.upsert());
    }

    private static void bySchool(Handle tx, ImportPlan plan, StagedEntity entity) {
        if (plan.isBulk(entity.file())) {
            tx.execute(entity.forgetting(AT_NAMED_SCHOOL));
        }
        replace(tx, entity);
    }

    private static void users(Handle tx, ImportPlan plan) {
        if (plan.isBulk(RosterFile.USERS)) {
            tx.execute(withAllTheirs(StagedEntity.USERS.forgetting(Users.ONLY_OF_NAMED_SCHOOLS)));
        }
        tx.execute(withAllTheirs(StagedEntity.USERS.deletion()));
        tx.execute(StagedEntity.USERS.upsert());
        tx.execute("""
                DELETE FROM roster_agent t USING staged_user u
                WHERE t.user_id = u.id AND NOT u.deleted AND NOT t.agent_id = ANY (u.agents)""");
        tx.execute("""
                INSERT INTO roster_agent AS t (user_id, agent_id, place)
                SELECT u.id, a.id, a.place FROM staged_user u, unnest(u.agents) WITH ORDINALITY a(id, place)
                WHERE NOT u.deleted
                ON CONFLICT (user_id, agent_id) DO UPDATE SET place = excluded.place WHERE t.place <> excluded.place""");
    }

    /** A user who is gone leaves no links, memberships or seats behind. */
    private static String withAllTheirs(String deletion) {
        return """
                WITH gone AS (%s RETURNING t.user_id),
                     links AS (DELETE FROM roster_agent t USING gone WHERE t.user_id = gone.user_id),
                     memberships AS (DELETE FROM roster_membership t USING gone WHERE t.user_id = gone.user_id),
                     settings AS (DELETE FROM roster_contact_setting t USING gone
                                  WHERE t.student_id = gone.user_id OR t.guardian_id = gone.user_id)
                DELETE FROM roster_seat t USING gone WHERE t.user_id = gone.user_id""".formatted(deletion);
    }

    private static void memberships(Handle tx, ImportPlan plan) {
        if (plan.memberships() == MembershipSource.NONE) {
            return;
        }
        StagedEntity memberships = StagedEntity.memberships(plan);
        if (plan.replacesMemberships()) {
            tx.execute(memberships.forgetting(AT_NAMED_SCHOOL + " AND " + USER_NOT_REJECTED));
        } else if (plan.memberships() == MembershipSource.USERS) {
            tx.execute(memberships.forgetting("t.user_id IN (SELECT id FROM staged_user WHERE NOT deleted)"));
        }
        replace(tx, memberships);
    }
}
