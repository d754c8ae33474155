package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Readers in whose name requests are refused. */
final class ReaderKeyCheck {

    private final Function<String, JsonNode> entry;

    /** @param entry what building-entry answers at an address */
    ReaderKeyCheck(Function<String, JsonNode> entry) {
        this.entry = entry;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode reader : entry.apply("/v1/readers").path("items")) {
            for (JsonNode reason : reader.path("refused").path("reasons")) {
                findings.add(finding(reader.path("readerId").asText(), reason));
            }
        }
        return findings;
    }

    private static Finding finding(String readerId, JsonNode reason) {
        String why = reason.path("why").asText();
        return Finding.notice(
                "reader " + readerId,
                "%d signed requests were refused, the last at %s: %s"
                        .formatted(
                                reason.path("count").asLong(),
                                reason.path("lastAt").asText(),
                                why),
                "docs/problems.md says what " + why + " means; the reader's keys are at /entry/v1/readers/" + readerId
                        + "/keys");
    }
}
