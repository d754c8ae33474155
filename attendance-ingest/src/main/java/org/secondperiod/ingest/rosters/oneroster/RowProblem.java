package org.secondperiod.ingest.rosters.oneroster;

import org.jspecify.annotations.Nullable;

/**
 * Something about one line that its sender should know.
 *
 * @param line counted from 1 with the header, as an editor counts; 0 where it is about the file
 * @param column the header's name; none where it is about the whole line
 * @param reason in words, without personal data
 * @param effect what became of the line
 * @param rowId the line's sourcedId, where it can be read: what is stored under it stays
 */
public record RowProblem(
        String file,
        long line,
        @Nullable String column,
        String reason,
        Effect effect,
        @Nullable String rowId) {

    /** What became of the line. */
    public enum Effect {
        /** The line was not used. */
        REJECTED,
        /** The line was used, all but what the reason tells. */
        NOTED
    }
}
