package org.secondperiod.ingest.rosters.db;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** Everything that can only be seen when all rows are there: repetitions, stale changes, references that lead nowhere. */
public final class Checks {

    private Checks() {}

    /** Takes unusable rows out of the staging tables and tells of each; must be inside a transaction. */
    public static void run(Handle tx, String importId, ImportPlan plan, ProblemLog log) {
        for (Check check : inOrder(plan)) {
            check.run(tx, importId, log);
            if (plan.memberships() == MembershipSource.USERS && check.file() == RosterFile.USERS) {
                dropMembershipsOfRejectedLines(tx);
            }
        }
    }

    private static List<Check> inOrder(ImportPlan plan) {
        List<Check> checks = new ArrayList<>();
        List<StagedEntity> entities = new ArrayList<>(List.of(
                StagedEntity.ORGS,
                StagedEntity.SESSIONS,
                StagedEntity.USERS,
                StagedEntity.CLASSES,
                StagedEntity.SEATS));
        if (plan.memberships() == MembershipSource.ROLES) {
            entities.add(StagedEntity.memberships(plan));
        }
        for (StagedEntity entity : entities) {
            checks.add(repeated(entity.file(), entity.staged(), "sourcedId"));
            checks.add(stale(entity));
        }
        checks.add(repeated(RosterFile.CONTACTS, "staged_contact", "guardianSourcedId"));
        checks.add(repeated(RosterFile.BADGES, "staged_badge", "badge"));
        checks.addAll(References.checks(plan));
        return checks;
    }

    /** The latest change wins, and of equals the first line. */
    private static Check repeated(RosterFile file, String table, String column) {
        String better = "FROM " + table + " o WHERE o.id = s.id AND (o.modified > s.modified"
                + " OR (o.modified IS NOT DISTINCT FROM s.modified AND o.line < s.line)"
                + " OR (o.modified IS NOT NULL AND s.modified IS NULL))";
        String twice = "s.id IN (SELECT id FROM " + table + " GROUP BY id HAVING count(*) > 1)";
        return Check.rejects(
                file,
                table,
                twice + " AND EXISTS (SELECT 1 " + better + ")",
                column,
                "s.id || ' stands in line ' || (SELECT min(o.line) " + better + ") || ' already; that line is used'");
    }

    private static Check stale(StagedEntity entity) {
        String newer = "FROM " + entity.stored() + " t WHERE t." + entity.key() + " = s.id AND t.modified > s.modified";
        return Check.rejects(
                entity.file(),
                entity.staged(),
                "EXISTS (SELECT 1 " + newer + ")",
                "dateLastModified",
                "'is older than the change of ' || s.id || ' that is stored already'");
    }

    private static void dropMembershipsOfRejectedLines(Handle tx) {
        tx.execute("""
                DELETE FROM staged_membership m
                WHERE NOT EXISTS (SELECT 1 FROM staged_user u WHERE u.id = m.user_id AND u.line = m.line)""");
    }
}
