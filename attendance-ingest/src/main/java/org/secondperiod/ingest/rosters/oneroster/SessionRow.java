package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of academicSessions.csv: a term.
 *
 * @param starts its first day
 * @param endsBefore the day after its last: OneRoster's endDate of a session is exclusive
 */
public record SessionRow(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable LocalDate starts,
        @Nullable LocalDate endsBefore) {

    static final List<String> COLUMNS = List.of("sourcedId", "startDate", "endDate");

    public static SessionRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        return new SessionRow(
                state.line(),
                state.id(),
                state.deleted(),
                state.modified(),
                row.date("startDate"),
                row.date("endDate"));
    }
}
