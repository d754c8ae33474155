package org.secondperiod.ingest.rosters.db;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.secondperiod.ingest.rosters.oneroster.RosterFile;

/**
 * A staged table, the stored one that its rows become, and the one that holds what differs between them.
 *
 * @param name staged_, changed_ and roster_ before it are the tables
 * @param compared columns besides the key and {@code modified}, of the same names in both; a row whose are equal is unchanged
 * @param carried columns that are written with the others, and not compared
 * @param traced columns whose values before and after are kept with a change
 */
record StagedEntity(
        RosterFile file, String name, String key, List<String> compared, List<String> carried, List<String> traced) {

    static final StagedEntity ORGS =
            new StagedEntity(RosterFile.ORGS, "org", "org_id", List.of("name", "type"), List.of(), List.of());

    static final StagedEntity SESSIONS = new StagedEntity(
            RosterFile.SESSIONS, "session", "session_id", List.of("starts", "ends_before"), List.of(), List.of());

    static final StagedEntity USERS = new StagedEntity(
            RosterFile.USERS,
            "user",
            "user_id",
            List.of("role", "mark", "grade", "language", "homeroom", "first_period", "groups", "badges"),
            List.of("details"),
            List.of());

    static final StagedEntity CLASSES = new StagedEntity(
            RosterFile.CLASSES,
            "class",
            "class_id",
            List.of("org_id", "title", "homeroom", "periods", "terms"),
            List.of(),
            List.of());

    static final StagedEntity SEATS = new StagedEntity(
            RosterFile.ENROLLMENTS,
            "seat",
            "seat_id",
            List.of("class_id", "org_id", "user_id", "role", "lead_teacher", "begins", "ends"),
            List.of(),
            List.of("user_id", "class_id", "role"));

    static StagedEntity memberships(ImportPlan plan) {
        return new StagedEntity(
                plan.membershipFile(),
                "membership",
                "membership_id",
                List.of("user_id", "org_id", "role", "entry", "exit"),
                List.of(),
                List.of("user_id"));
    }

    String staged() {
        return "staged_" + name;
    }

    String stored() {
        return "roster_" + name;
    }

    String changed() {
        return "changed_" + name;
    }

    /** Finds rows that are new, or differ from what is stored. */
    String findChanges() {
        return """
                INSERT INTO %1$s (id, gone%2$s)
                SELECT s.id, false%3$s FROM %4$s s LEFT JOIN %5$s t ON t.%6$s = s.id
                WHERE NOT s.deleted AND (t.%6$s IS NULL OR (%7$s) IS DISTINCT FROM (%8$s))""".formatted(
                        changed(),
                        traces(column -> ", " + column + ", old_" + column),
                        traces(column -> ", s." + column + ", t." + column),
                        staged(),
                        stored(),
                        key,
                        each(compared, "t.%1$s"),
                        each(compared, "s.%1$s"));
    }

    /** Finds rows whose source says that they are to be deleted. */
    String findDeleted() {
        return findGone("EXISTS (SELECT 1 FROM " + staged() + " s WHERE s.id = t." + key + " AND s.deleted)");
    }

    /** Finds rows that a bulk file no longer has; a line that could not be used is no reason to forget what is stored. */
    String findForgotten(String scope) {
        return findGone("""
                (%1$s) AND NOT EXISTS (SELECT 1 FROM %2$s s WHERE s.id = t.%3$s)
                AND NOT EXISTS (SELECT 1 FROM staged_rejected r WHERE r.file = '%4$s' AND r.id = t.%3$s)""".formatted(scope, staged(), key, file.fileName()));
    }

    /** Finds stored rows, called t, that go. */
    String findGone(String condition) {
        return "INSERT INTO %s (id, gone%s) SELECT t.%s, true%s FROM %s t WHERE %s"
                .formatted(
                        changed(),
                        traces(column -> ", old_" + column),
                        key,
                        traces(column -> ", t." + column),
                        stored(),
                        condition);
    }

    /** Takes away what was found gone. */
    String removal() {
        return "DELETE FROM %s t USING %s c WHERE t.%s = c.id AND c.gone".formatted(stored(), changed(), key);
    }

    /** Writes what was found new or different, and no other row. */
    String upsert() {
        List<String> columns =
                Stream.concat(compared.stream(), carried.stream()).toList();
        return """
                INSERT INTO %1$s AS t (%2$s, %3$s, modified)
                SELECT s.id, %4$s, s.modified FROM %5$s s
                WHERE NOT s.deleted AND s.id IN (SELECT id FROM %6$s WHERE NOT gone)
                ON CONFLICT (%2$s) DO UPDATE SET %7$s, modified = coalesce(excluded.modified, t.modified)""".formatted(
                        stored(),
                        key,
                        String.join(", ", columns),
                        each(columns, "s.%1$s"),
                        staged(),
                        changed(),
                        each(columns, "%1$s = excluded.%1$s"));
    }

    private String traces(UnaryOperator<String> text) {
        return traced.stream().map(text).collect(Collectors.joining());
    }

    private static String each(List<String> columns, String pattern) {
        return columns.stream().map(pattern::formatted).collect(Collectors.joining(", "));
    }
}
