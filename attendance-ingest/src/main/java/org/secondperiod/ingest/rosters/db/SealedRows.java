package org.secondperiod.ingest.rosters.db;

import org.secondperiod.kit.cipher.SealedColumn;

/** The contexts that sealed columns are bound to. */
public final class SealedRows {

    /** Names and numbers of users. */
    public static final SealedColumn USERS = SealedColumn.of("roster_user", "details", "text", "user_id");

    /** What the side file says of guardians. */
    public static final SealedColumn CONTACT_SETTINGS =
            SealedColumn.of("roster_contact_setting", "details", "text", "student_id", "guardian_id");

    private SealedRows() {}

    public static String user(String userId) {
        return USERS.row(userId);
    }

    public static String contactSetting(String studentId, String guardianId) {
        return CONTACT_SETTINGS.row(studentId, guardianId);
    }

    public static String student(String studentId) {
        return "roster_student|" + studentId;
    }
}
