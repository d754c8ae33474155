package org.secondperiod.ingest.rosters.db;

/** The contexts that sealed columns are bound to. */
public final class SealedRows {

    private SealedRows() {}

    public static String user(String userId) {
        return "roster_user|" + userId;
    }

    public static String contactSetting(String studentId, String guardianId) {
        return "roster_contact_setting|" + studentId + "|" + guardianId;
    }

    public static String student(String studentId) {
        return "roster_student|" + studentId;
    }
}
