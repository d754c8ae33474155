package org.secondperiod.outreach.morning;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A family that has not been told yet.
 *
 * @param tried how often somebody called
 * @param lastOutcome what came of the last call; null where nobody called
 */
public record Owed(
        StudentAtSchool of, Kind kind, int tried, @Nullable Outcome lastOutcome) {

    /** What they are to be told. */
    @Schema(name = "NoticeKind")
    public enum Kind {
        ABSENT,
        LATE,
        /** In the building, and in no class. */
        NOT_IN_CLASS
    }
}
