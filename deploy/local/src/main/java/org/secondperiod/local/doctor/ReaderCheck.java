package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Readers in service that have not been heard from for longer than they are allowed to be silent. */
final class ReaderCheck {

    private final Function<String, JsonNode> entry;
    private final Instant now;

    /** @param entry what building-entry answers at an address */
    ReaderCheck(Function<String, JsonNode> entry, Instant now) {
        this.entry = entry;
        this.now = now;
    }

    List<Finding> look() {
        JsonNode readers = entry.apply("/v1/readers").path("items");
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

    /** Nobody can sign for a reader without a key; it may still be that a controller speaks for it, with a token of its own. */
    private String connect(JsonNode reader) {
        String keys = "/v1/readers/" + reader.path("readerId").asText() + "/keys";
        boolean hasKey = !entry.apply(keys).path("items").isEmpty();
        return hasKey
                ? "connect it"
                : "it has no key: unless a controller speaks for it, POST /entry%s (docs/readers.md)".formatted(keys);
    }

    private void silence(JsonNode reader, List<Finding> findings) {
        String about = "reader " + reader.path("readerId").asText();
        String mend = "take it out of service: PUT /entry/v1/readers/"
                + reader.path("readerId").asText() + " with inService false";
        String heard = reader.path("lastHeard").asText("");
        String since = reader.path("inServiceSince").asText("");
        Instant newest = Stream.of(heard, since)
                .filter(text -> !text.isEmpty())
                .map(Instant::parse)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        long allowed = reader.path("allowedSilenceMinutes").asLong();
        if (!newest.plus(Duration.ofMinutes(allowed)).isBefore(now)) {
            if (heard.isEmpty()) {
                findings.add(Finding.notice(
                        about,
                        "not heard from yet, in service for %d minutes: after its allowed silence (%d minutes; 20 if it sends no"
                                        .formatted(Duration.between(newest, now).toMinutes(), allowed)
                                + " heartbeats) the calls of its building are held",
                        connect(reader) + ", or " + mend));
            }
        } else if (heard.isEmpty()) {
            findings.add(Finding.notice(
                    about,
                    "was never heard from: the calls of its building are held",
                    connect(reader) + ", or " + mend));
        } else {
            findings.add(Finding.notice(
                    about,
                    "silent for %d minutes (by the stack's clock)"
                            .formatted(
                                    Duration.between(Instant.parse(heard), now).toMinutes()),
                    "mend it, or " + mend));
        }
    }
}
