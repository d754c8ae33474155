package org.secondperiod.outreach.followups.api;

import java.time.OffsetDateTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is sent about follow-ups. */
final class FollowUpRequests {

    static final int LONGEST_TEXT = 2_000;

    private FollowUpRequests() {}

    /** Something to be done that no call has opened. */
    @Schema(
            name = "NewFollowUp",
            requiredProperties = {"studentId", "schoolId", "what", "dueAt"})
    public record New(
            @Schema(examples = "904272681") @Nullable String studentId,

            @Schema(examples = "11X265") @Nullable String schoolId,

            @Schema(description = "What is to be done", maxLength = LONGEST_TEXT) @Nullable
            String what,

            @Schema(description = "Who does it; you if it is not given", examples = "rivera") @Nullable
            String owner,

            @Schema(examples = "2026-10-15T12:00:00-04:00") @Nullable
            OffsetDateTime dueAt) {

        /** Shows nothing of what is to be done. */
        @Override
        public String toString() {
            return "NewFollowUp";
        }
    }

    /** Into whose hands, and until when. */
    @Schema(name = "FollowUpReassignment", requiredProperties = "owner")
    public record Reassignment(
            @Schema(description = "Who is to do it; yourself takes it over", examples = "osei") @Nullable
            String owner,

            @Schema(description = "Until when; left out, as before", examples = "2026-10-16T12:00:00-04:00") @Nullable
            OffsetDateTime dueAt) {}

    /** What came of it. */
    @Schema(name = "FollowUpDone")
    public record Done(
            @Schema(description = "In words, for whoever reads it next", maxLength = LONGEST_TEXT) @Nullable
            String cameOfIt) {

        /** Shows nothing of what came of it. */
        @Override
        public String toString() {
            return "Done";
        }
    }
}
