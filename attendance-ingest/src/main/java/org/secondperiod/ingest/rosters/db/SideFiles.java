package org.secondperiod.ingest.rosters.db;

import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/** Our side files: a bulk one replaces what is known of all students of the named schools, a delta of those it names. */
final class SideFiles {

    private static final String STUDENTS_OF_NAMED_SCHOOLS = "SELECT m.user_id FROM roster_membership m"
            + " JOIN staged_school k ON k.school_id = m.org_id WHERE m.role = 'student'";

    private SideFiles() {}

    static void merge(Handle tx, ImportPlan plan) {
        if (plan.has(RosterFile.CONTACTS)) {
            clear(tx, "roster_contact_setting", "staged_contact", plan.isBulk(RosterFile.CONTACTS));
            tx.execute("""
                    INSERT INTO roster_contact_setting (student_id, guardian_id, details)
                    SELECT student_id, guardian_id, details FROM staged_contact""");
        }
        if (plan.has(RosterFile.BADGES)) {
            clear(tx, "roster_badge", "staged_badge", plan.isBulk(RosterFile.BADGES));
            tx.execute("""
                    INSERT INTO roster_badge (student_id, badge, valid_from, valid_to)
                    SELECT student_id, badge, valid_from, valid_to FROM staged_badge""");
        }
    }

    private static void clear(Handle tx, String stored, String staged, boolean bulk) {
        tx.execute("DELETE FROM " + stored + " WHERE student_id IN (SELECT student_id FROM " + staged
                + (bulk ? " UNION " + STUDENTS_OF_NAMED_SCHOOLS : "") + ")");
    }
}
