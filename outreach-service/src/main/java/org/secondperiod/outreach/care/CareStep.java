package org.secondperiod.outreach.care;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A step in the life of a promise, a follow-up, a building check or an escalation.
 *
 * @param detail in codes: who owns it now, with whom it is; null where there is nothing to say
 * @param by who did it; null where it happened by itself
 */
public record CareStep(
        Kind kind,
        String id,
        long version,
        StudentAtSchool of,
        String what,
        @Nullable String detail,
        @Nullable String by,
        Instant at) {

    /** Of what it is a step. */
    @Schema(name = "CareStepKind")
    public enum Kind {
        PROMISE,
        FOLLOW_UP,
        BUILDING_CHECK,
        ESCALATION
    }
}
