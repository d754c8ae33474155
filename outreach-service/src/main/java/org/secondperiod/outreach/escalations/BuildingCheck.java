package org.secondperiod.outreach.escalations;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.Origin;

/**
 * The family says that the student left for school: staff look for the student in the building.
 *
 * @param dueAt when it escalates, unless somebody says what they found
 * @param endedBy null where it ended by itself, or has not ended
 * @param version counts its changes
 */
public record BuildingCheck(
        String checkId,
        Origin origin,
        State state,
        Instant openedAt,
        Instant dueAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        long version) {

    /** How it stands. */
    @Schema(name = "BuildingCheckState")
    public enum State {
        OPEN,
        FOUND,
        NOT_FOUND,
        /** Nobody has said in time what they found. */
        OVERDUE,
        /** The student came through the door, or was seen, meanwhile. */
        ARRIVED,
        /** The call that asked for it was taken back, or corrected. */
        WITHDRAWN
    }

    /** The check in another state. */
    BuildingCheck ended(State how, @Nullable String by, Instant at) {
        return new BuildingCheck(checkId, origin, how, openedAt, dueAt, by, at, version + 1);
    }

    /** The step that this is. */
    CareStep step(String happened, @Nullable String by, Instant now) {
        return new CareStep(CareStep.Kind.BUILDING_CHECK, checkId, version, origin.of(), happened, null, by, now);
    }
}
