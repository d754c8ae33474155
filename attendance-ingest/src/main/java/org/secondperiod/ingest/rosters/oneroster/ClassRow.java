package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A line of classes.csv.
 *
 * @param homeroom its classType is homeroom: its title is its students' homeroom
 * @param periods the names of the periods in which it meets, the only bell hint in OneRoster
 * @param terms the sessions in which it meets; none means always
 */
public record ClassRow(
        long line,
        String id,
        boolean deleted,
        @Nullable Instant modified,
        @Nullable String title,
        boolean homeroom,
        @Nullable String orgId,
        List<String> periods,
        List<String> terms) {

    static final List<String> COLUMNS = List.of("sourcedId", "title", "schoolSourcedId");

    public static ClassRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        return new ClassRow(
                state.line(),
                state.id(),
                state.deleted(),
                state.modified(),
                row.textOrNone("title"),
                row.textOr("classType", "").toLowerCase(Locale.ROOT).equals("homeroom"),
                state.deleted() ? null : row.id("schoolSourcedId"),
                row.list("periods", ","),
                row.ids("termSourcedIds"));
    }
}
