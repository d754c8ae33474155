package org.secondperiod.ingest.quarantine;

import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.quarantine.Waiting.Kind;

/** Why a fact cannot go on yet, and what would let it. */
public record WaitingReason(Kind kind, @Nullable String code, String words) {

    /** Nobody has said what the code means. */
    public static WaitingReason unmappedCode(String code) {
        return new WaitingReason(
                Kind.UNMAPPED_CODE,
                code,
                ("nobody has said what the code \"%s\" means; until then the mark counts neither as an absence nor as a"
                                + " presence, and it goes on by itself once the code stands in the attendance codes")
                        .formatted(code));
    }

    /** The school is not set up. */
    public static WaitingReason unknownSchool() {
        return new WaitingReason(
                Kind.UNKNOWN_SCHOOL,
                null,
                "the school is not set up (PUT /v1/schools/{schoolId}); it goes on by itself once it is");
    }
}
