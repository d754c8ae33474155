package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of enrollments.csv: somebody's seat, or desk, in a class. It is no enrolment at a school.
 *
 * @param leadTeacher the class's primary teacher
 * @param begins as given
 * @param ends as given: the last day
 */
public record SeatRow(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable String classId,
        @Nullable String orgId,
        @Nullable String userId,
        @Nullable String role,
        boolean leadTeacher,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends) {

    static final List<String> COLUMNS =
            List.of("sourcedId", "classSourcedId", "schoolSourcedId", "userSourcedId", "role");

    public static SeatRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        if (state.deleted()) {
            return new SeatRow(
                    state.line(), state.id(), true, state.modified(), null, null, null, null, false, null, null);
        }
        return new SeatRow(
                state.line(),
                state.id(),
                false,
                state.modified(),
                row.id("classSourcedId"),
                row.id("schoolSourcedId"),
                row.id("userSourcedId"),
                Roles.read("role", row.text("role")),
                row.flag("primary"),
                row.date("beginDate"),
                row.date("endDate"));
    }
}
