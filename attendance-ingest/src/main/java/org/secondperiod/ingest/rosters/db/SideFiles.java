package org.secondperiod.ingest.rosters.db;

import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** Our side files: a bulk one replaces what is known of all students of the named schools, a delta of those it names. */
final class SideFiles {

    private static final String STUDENTS_OF_NAMED_SCHOOLS = "SELECT m.user_id FROM roster_membership m"
            + " JOIN staged_school k ON k.school_id = m.org_id WHERE m.role = 'student'";

    private static final String CONTACTS = "student_id, guardian_id, mark";
    private static final String BADGES = "student_id, badge, valid_from, valid_to";

    private SideFiles() {}

    /** Whom a side file now says something else of; everything about these is then written anew. */
    static void find(Handle tx, ImportPlan plan) {
        if (plan.has(RosterFile.CONTACTS)) {
            find(tx, "roster_contact_setting", "staged_contact", CONTACTS, plan.isBulk(RosterFile.CONTACTS));
        }
        if (plan.has(RosterFile.BADGES)) {
            find(tx, "roster_badge", "staged_badge", BADGES, plan.isBulk(RosterFile.BADGES));
        }
    }

    static void write(Handle tx, ImportPlan plan) {
        tx.execute("""
                DELETE FROM roster_contact_setting t USING changed_user c
                WHERE c.gone AND (c.id = t.student_id OR c.id = t.guardian_id)""");
        if (plan.has(RosterFile.CONTACTS)) {
            replace(
                    tx,
                    "roster_contact_setting",
                    "staged_contact",
                    CONTACTS + ", details",
                    plan.isBulk(RosterFile.CONTACTS));
        }
        if (plan.has(RosterFile.BADGES)) {
            replace(tx, "roster_badge", "staged_badge", BADGES, plan.isBulk(RosterFile.BADGES));
        }
    }

    private static void find(Handle tx, String stored, String staged, String columns, boolean bulk) {
        String known = "SELECT %s FROM %s WHERE student_id IN (%s)".formatted(columns, stored, scope(staged, bulk));
        String told = "SELECT %s FROM %s".formatted(columns, staged);
        tx.execute("""
                INSERT INTO changed_student
                SELECT student_id FROM ((%1$s EXCEPT ALL %2$s) UNION ALL (%2$s EXCEPT ALL %1$s)) d""".formatted(known, told));
    }

    private static void replace(Handle tx, String stored, String staged, String columns, boolean bulk) {
        String changed = "student_id IN (SELECT id FROM changed_student)";
        tx.execute("DELETE FROM %s WHERE %s AND student_id IN (%s)".formatted(stored, changed, scope(staged, bulk)));
        tx.execute(
                "INSERT INTO %1$s (%2$s) SELECT %2$s FROM %3$s WHERE %4$s".formatted(stored, columns, staged, changed));
    }

    private static String scope(String staged, boolean bulk) {
        return "SELECT student_id FROM " + staged + (bulk ? " UNION " + STUDENTS_OF_NAMED_SCHOOLS : "");
    }
}
