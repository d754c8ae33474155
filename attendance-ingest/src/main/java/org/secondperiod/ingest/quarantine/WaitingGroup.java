package org.secondperiod.ingest.quarantine;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Waiting.Kind;

/** Facts that wait for the same thing. */
@Schema(name = "WaitingGroup")
public record WaitingGroup(
        Kind kind,
        @Schema(examples = "11X265") String schoolId,

        @Schema(examples = "ZZ", description = "The code without a meaning, if that is what they wait for.") @Nullable
        String code,

        @Schema(description = "How many facts wait.", examples = "12")
        long waiting,

        @Schema(description = "When the first of them came.")
        Instant oldest) {}
