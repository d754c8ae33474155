package org.secondperiod.ingest.rosters.db;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/**
 * Finds what of the stored roster the staged rows change, before anything is changed: what is equal is neither written nor
 * compared any further.
 */
final class Changes {

    private static final String AT_NAMED_SCHOOL = "t.org_id IN (SELECT school_id FROM staged_school)";

    private static final String USER_NOT_REJECTED =
            "NOT EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = 'users.csv' AND r.id = t.user_id)";

    private static final String OF_GONE_USER = "t.user_id IN (SELECT id FROM changed_user WHERE gone)";

    static final List<String> TABLES = List.of(
            "changed_org",
            "changed_session",
            "changed_user",
            "changed_membership",
            "changed_class",
            "changed_seat",
            "changed_link",
            "changed_student");

    private Changes() {}

    /** Orgs and sessions say what the other rows mean, so they are in force before the others are looked at. */
    static void ofOrgsAndSessions(Handle tx) {
        for (StagedEntity entity : List.of(StagedEntity.ORGS, StagedEntity.SESSIONS)) {
            differing(tx, entity);
        }
    }

    static void ofUsers(Handle tx, ImportPlan plan) {
        if (plan.isBulk(RosterFile.USERS)) {
            tx.execute(StagedEntity.USERS.findForgotten(Users.ONLY_OF_NAMED_SCHOOLS));
        }
        differing(tx, StagedEntity.USERS);
        Links.find(tx, plan);
    }

    static void ofMemberships(Handle tx, ImportPlan plan) {
        StagedEntity memberships = StagedEntity.memberships(plan);
        tx.execute(memberships.findGone(OF_GONE_USER));
        if (plan.memberships() == MembershipSource.NONE) {
            return;
        }
        if (plan.replacesMemberships()) {
            tx.execute(memberships.findForgotten(AT_NAMED_SCHOOL + " AND " + USER_NOT_REJECTED));
        } else if (plan.memberships() == MembershipSource.USERS) {
            tx.execute(memberships.findForgotten("t.user_id IN (SELECT id FROM staged_user WHERE NOT deleted)"));
        }
        differing(tx, memberships);
    }

    static void ofClasses(Handle tx, ImportPlan plan) {
        bySchool(tx, plan, StagedEntity.CLASSES);
    }

    static void ofSeats(Handle tx, ImportPlan plan) {
        tx.execute(StagedEntity.SEATS.findGone(OF_GONE_USER));
        bySchool(tx, plan, StagedEntity.SEATS);
    }

    static void analyze(Handle tx) {
        TABLES.forEach(table -> tx.execute("ANALYZE " + table));
    }

    private static void bySchool(Handle tx, ImportPlan plan, StagedEntity entity) {
        if (plan.isBulk(entity.file())) {
            tx.execute(entity.findForgotten(AT_NAMED_SCHOOL));
        }
        differing(tx, entity);
    }

    private static void differing(Handle tx, StagedEntity entity) {
        tx.execute(entity.findDeleted());
        tx.execute(entity.findChanges());
    }
}
