package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a call stands on, as it is now, in codes and times: a front end says it in the language of whoever reads it.
 *
 * @param reason why the student is held or explained, in a code; why there is no school, as the calendar says it
 * @param scanAt the scan that decided
 * @param leftAt when the student went out again
 * @param cutOff what is waited for
 */
@Schema(name = "WhyInCodes")
public record Grounds(
        State state,
        @Nullable String reason,
        @Nullable Instant scanAt,
        @Nullable Instant leftAt,
        @Nullable Instant cutOff,
        @Nullable ToldEvidence evidence) {

    /** Whether there was no door to ask. */
    public boolean marksAlone() {
        return evidence != null && evidence.marksAlone();
    }
}
