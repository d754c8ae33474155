package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;

/** How many rows of a batch went where, and the first complaint in words. */
public record BatchResult(long accepted, long duplicates, long quarantined, long rejected, String firstError) {

    static BatchResult from(JsonNode body) {
        JsonNode first = body.path("errors").path(0);
        String error = first.isMissingNode()
                ? ""
                : "line %s, %s: %s"
                        .formatted(
                                first.path("line").asText(),
                                first.path("field").asText("?"),
                                first.path("reason").asText());
        return new BatchResult(
                body.path("accepted").asLong(),
                body.path("duplicates").asLong(),
                body.path("quarantined").asLong(),
                body.path("rejected").asLong(),
                error);
    }
}
