package org.secondperiod.ingest.rosters.db;

import java.util.List;
import java.util.stream.Collectors;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/**
 * A staged table and the stored one that its rows become.
 *
 * @param columns besides the key and {@code modified}, of the same names in both
 */
record StagedEntity(RosterFile file, String staged, String stored, String key, List<String> columns) {

    static final StagedEntity ORGS =
            new StagedEntity(RosterFile.ORGS, "staged_org", "roster_org", "org_id", List.of("name", "type"));

    static final StagedEntity SESSIONS = new StagedEntity(
            RosterFile.SESSIONS, "staged_session", "roster_session", "session_id", List.of("starts", "ends_before"));

    static final StagedEntity USERS = new StagedEntity(
            RosterFile.USERS,
            "staged_user",
            "roster_user",
            "user_id",
            List.of("line", "role", "details", "grade", "language", "homeroom", "first_period", "groups", "badges"));

    static final StagedEntity CLASSES = new StagedEntity(
            RosterFile.CLASSES,
            "staged_class",
            "roster_class",
            "class_id",
            List.of("org_id", "title", "homeroom", "periods", "terms"));

    static final StagedEntity SEATS = new StagedEntity(
            RosterFile.ENROLLMENTS,
            "staged_seat",
            "roster_seat",
            "seat_id",
            List.of("class_id", "org_id", "user_id", "role", "lead_teacher", "begins", "ends"));

    static StagedEntity memberships(ImportPlan plan) {
        return new StagedEntity(
                plan.membershipFile(),
                "staged_membership",
                "roster_membership",
                "membership_id",
                List.of("user_id", "org_id", "role", "entry", "exit"));
    }

    /** New and changed rows. */
    String upsert() {
        String names = String.join(", ", columns);
        return """
                INSERT INTO %1$s AS t (%2$s, %3$s, modified)
                SELECT id, %3$s, modified FROM %4$s WHERE NOT deleted
                ON CONFLICT (%2$s) DO UPDATE SET %5$s, modified = coalesce(excluded.modified, t.modified)
                WHERE (%6$s) IS DISTINCT FROM (%7$s)""".formatted(
                stored, key, names, staged, each("%1$s = excluded.%1$s"), each("t.%1$s"), each("excluded.%1$s"));
    }

    /** Rows whose source says that they are to be deleted. */
    String deletion() {
        return "DELETE FROM %s t USING %s s WHERE t.%s = s.id AND s.deleted".formatted(stored, staged, key);
    }

    /** Rows that a bulk file no longer has; a line that could not be used is no reason to forget what is stored. */
    String forgetting(String scope) {
        return """
                DELETE FROM %1$s t WHERE (%2$s)
                AND NOT EXISTS (SELECT 1 FROM %3$s s WHERE s.id = t.%4$s)
                AND NOT EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = '%5$s' AND r.id = t.%4$s)""".formatted(stored, scope, staged, key, file.fileName());
    }

    private String each(String pattern) {
        return columns.stream().map(pattern::formatted).collect(Collectors.joining(", "));
    }
}
