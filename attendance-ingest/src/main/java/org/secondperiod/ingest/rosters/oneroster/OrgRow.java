package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A line of orgs.csv. Only orgs of type {@code school} have students. */
public record OrgRow(
        long line, String id, boolean deleted, @Nullable Instant modified, String name, String type) {

    static final List<String> COLUMNS = List.of("sourcedId", "name", "type");

    public static OrgRow read(Row row, FileMode mode) {
        RowState state = RowState.of(row, mode);
        return new OrgRow(
                state.line(),
                state.id(),
                state.deleted(),
                state.modified(),
                state.deleted() ? row.textOr("name", "") : row.text("name"),
                row.textOr("type", "school").toLowerCase(Locale.ROOT));
    }
}
