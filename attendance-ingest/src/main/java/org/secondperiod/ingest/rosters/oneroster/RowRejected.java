package org.secondperiod.ingest.rosters.oneroster;

import org.jspecify.annotations.Nullable;

/** The line at hand can not be used; never leaves this package. */
final class RowRejected extends RuntimeException {

    private final @Nullable String column;

    RowRejected(@Nullable String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    @Nullable
    String column() {
        return column;
    }
}
