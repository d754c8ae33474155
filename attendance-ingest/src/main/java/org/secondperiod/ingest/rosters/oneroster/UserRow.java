package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.Ids;

/**
 * A line of users.csv: a student, a guardian, a member of staff.
 *
 * @param role 1.1's role; none in 1.2, where roles.csv has it
 * @param orgs 1.1's orgs; empty in 1.2
 * @param agents the users this one is linked to: a student's guardians or a guardian's students
 * @param language the family's (BCP 47), from our extension column, as the other fields after it
 */
public record UserRow(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable String role,
        List<String> orgs,
        List<String> agents,
        String givenName,
        String familyName,
        @Nullable String preferredName,
        @Nullable String phone,
        @Nullable String sms,
        @Nullable String grade,
        @Nullable String language,
        @Nullable String pronunciation,
        @Nullable String homeroom,
        @Nullable String firstPeriod,
        List<String> groups,
        List<String> badges,
        boolean ofAge) {

    static final List<String> COLUMNS = List.of("sourcedId", "givenName", "familyName");

    private static final String OURS = "metadata.secondperiod.";

    public static UserRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        List<String> grades = row.list("grades", ",");
        return new UserRow(
                state.line(),
                state.id(),
                state.deleted(),
                state.modified(),
                state.deleted() ? null : role(row.textOrNone("role")),
                row.ids("orgSourcedIds"),
                row.ids("agentSourcedIds"),
                state.deleted() ? row.textOr("givenName", "") : row.text("givenName"),
                state.deleted() ? row.textOr("familyName", "") : row.text("familyName"),
                row.textOrNone("preferredGivenName"),
                row.textOrNone("phone"),
                row.textOrNone("sms"),
                grades.isEmpty() ? null : grades.getFirst(),
                row.textOrNone(OURS + "language"),
                row.textOrNone(OURS + "pronunciation"),
                row.textOrNone(OURS + "homeroom"),
                row.textOrNone(OURS + "firstPeriod"),
                row.list(OURS + "groups", ";"),
                badges(row),
                row.flag(OURS + "ofAge"));
    }

    /** The badges that can be badges; a student is not turned away for one that cannot. */
    private static List<String> badges(Row row) {
        List<String> given = row.list(OURS + "badges", ";");
        List<String> badges = given.stream().filter(Ids::isId).toList();
        if (badges.size() < given.size()) {
            row.note(
                    OURS + "badges", "a badge has 1 to 64 characters out of A-Z a-z 0-9 . _ : -; the others are taken");
        }
        return badges;
    }

    private static @Nullable String role(@Nullable String given) {
        return given == null ? null : Roles.read("role", given);
    }
}
