package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;

/** Readers in service that have not been heard from for longer than they are allowed to be silent. */
final class ReaderCheck {

    private final Api api;
    private final Instant now;

    ReaderCheck(Api api, Layout layout) {
        this.api = api;
        this.now = new ClockFile(layout.clockFile()).now();
    }

    List<Finding> look() {
        JsonNode readers = api.get(Part.ENTRY, "/v1/readers").path("items");
        List<Finding> findings = new ArrayList<>();
        for (JsonNode reader : readers) {
            if (reader.path("inService").asBoolean()) {
                silence(reader, findings);
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.good("readers", readers.size() + ", none of them silent"))
                : findings;
    }

    private void silence(JsonNode reader, List<Finding> findings) {
        String about = "reader " + reader.path("readerId").asText();
        String mend = "mend it, or take it out of service: PUT /entry/v1/readers/"
                + reader.path("readerId").asText() + " with inService false";
        if (!reader.hasNonNull("lastHeard")) {
            findings.add(Finding.notice(about, "was never heard from", mend));
            return;
        }
        Duration silent =
                Duration.between(Instant.parse(reader.path("lastHeard").asText()), now);
        if (silent.toMinutes() > reader.path("allowedSilenceMinutes").asLong()) {
            findings.add(Finding.notice(
                    about, "silent for %d minutes (by the stack's clock)".formatted(silent.toMinutes()), mend));
        }
    }
}
