package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of 1.2's roles.csv: somebody is something somewhere.
 *
 * @param entry the first day
 * @param exit the last day: 1.2's endDate of a role is the day on which it no longer holds, ours still counts
 */
public record RoleRow(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable String userId,
        @Nullable String role,
        @Nullable String orgId,
        @Nullable LocalDate entry,
        @Nullable LocalDate exit) {

    static final List<String> COLUMNS = List.of("sourcedId", "userSourcedId", "role", "orgSourcedId");

    public static RoleRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        if (state.deleted()) {
            return new RoleRow(state.line(), state.id(), true, state.modified(), null, null, null, null, null);
        }
        LocalDate end = row.date("endDate");
        return new RoleRow(
                state.line(),
                state.id(),
                false,
                state.modified(),
                row.id("userSourcedId"),
                Roles.read("role", row.text("role")),
                row.id("orgSourcedId"),
                row.date("beginDate"),
                end == null ? null : end.minusDays(1));
    }
}
