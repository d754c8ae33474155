package org.secondperiod.outreach.attempts;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Attempt.InError;
import org.secondperiod.outreach.attempts.Attempt.Note;

/**
 * What an attempt said once.
 *
 * @param note what was written with this version; null: nothing, and what was written before stood
 * @param by who changed it; null where it happened by itself
 */
public record AttemptVersion(
        long version,
        What what,
        Said said,
        @Nullable String contactId,
        @Nullable InError error,
        @Nullable Note note,
        @Nullable String by,
        Instant at) {

    /** What happened. */
    @Schema(name = "AttemptChange")
    public enum What {
        LOGGED,
        CORRECTED,
        UNDONE,
        FOUND_IN_ERROR,
        NOT_IN_ERROR
    }
}
