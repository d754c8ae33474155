package org.secondperiod.ingest.rosters.oneroster;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of itself.
 *
 * @param line in its file
 * @param deleted the object is to be deleted ({@code inactive} was 1.0's word for it)
 * @param modified when it was last changed in the source; an older change never overwrites a newer one
 */
record RowState(
        long line, String id, boolean deleted, @Nullable Instant modified) {

    /** A delta must say both status and dateLastModified; a bulk file leaves them blank. */
    static RowState of(Row row, FileMode mode) {
        String id = row.id("sourcedId");
        Instant modified = row.instant("dateLastModified");
        String status = mode == FileMode.DELTA ? row.text("status") : row.textOr("status", "active");
        if (mode == FileMode.DELTA && modified == null) {
            throw new RowRejected("dateLastModified", "is empty; a delta says when a row was changed");
        }
        return new RowState(row.line(), id, deleted(status), modified);
    }

    private static boolean deleted(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "active" -> false;
            case "tobedeleted", "inactive" -> true;
            default -> throw new RowRejected("status", "is neither active nor tobedeleted");
        };
    }
}
