package org.secondperiod.ingest.quarantine;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What running facts again has done. */
@Schema(name = "RerunAnswer")
public record RerunAnswer(
        @Schema(description = "How many facts went on.", examples = "12")
        int sent,

        @Schema(description = "What the fact still waits for, where one was asked for and it could not go on.")
        @Nullable
        String reason) {

    static RerunAnswer sent(int facts) {
        return new RerunAnswer(facts, null);
    }

    static RerunAnswer waits(String reason) {
        return new RerunAnswer(0, reason);
    }
}
