package org.secondperiod.outreach.numbers.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.numbers.E164;
import org.secondperiod.outreach.numbers.FoundNumber;

/** A number that staff have found. */
@Schema(name = "FoundNumber")
record FoundNumberView(
        String numberId,
        String studentId,
        String schoolId,
        String number,
        String shown,
        String whose,
        @Nullable String language,
        @Nullable String note,
        boolean ofStudent,
        String enteredBy,
        Instant enteredAt,
        long version) {

    static FoundNumberView of(FoundNumber found, String region) {
        return new FoundNumberView(
                found.numberId(),
                found.student().value(),
                found.school().value(),
                found.said().e164(),
                E164.shown(found.said().e164(), region),
                found.said().whose(),
                found.said().language(),
                found.said().note(),
                Boolean.TRUE.equals(found.said().ofStudent()),
                found.enteredBy(),
                found.enteredAt(),
                found.version());
    }
}
