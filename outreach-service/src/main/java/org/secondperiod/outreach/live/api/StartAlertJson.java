package org.secondperiod.outreach.live.api;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.morning.StartAlert;

/** Where nobody has begun to call, as it is streamed. */
record StartAlertJson(
        String schoolId,
        LocalDate schoolDay,
        Instant cutOff,
        Instant raisedAt,
        @Nullable Instant endedAt) {

    static String of(StartAlert alert) {
        return StoredJson.write(new StartAlertJson(
                alert.of().school().value(),
                alert.of().day().date(),
                alert.cutOff(),
                alert.raisedAt(),
                alert.endedAt()));
    }
}
