package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;

/** What the consumers of each service could not process, and have not processed since. */
final class DeadLetterCheck {

    private static final int NOT_FOUND = 404;

    /** As many as a service lists of one consumer. */
    private static final int LISTED = 100;

    private final BiFunction<Part, String, JsonNode> admin;
    private final List<Part> services;

    /**
     * @param admin what a service answers an administrator at an address
     * @param services those that answer
     */
    DeadLetterCheck(BiFunction<Part, String, JsonNode> admin, List<Part> services) {
        this.admin = admin;
        this.services = services;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        services.forEach(service -> consumers(service).forEach(consumer -> add(service, consumer, findings)));
        return findings.isEmpty() ? List.of(Finding.good("dead letters", "none wait")) : findings;
    }

    private JsonNode consumers(Part service) {
        try {
            return admin.apply(service, "/v1/dead-letters");
        } catch (ApiException e) {
            if (e.status() == NOT_FOUND) {
                return Json.missing();
            }
            throw e;
        }
    }

    private static void add(Part service, JsonNode consumer, List<Finding> findings) {
        int waiting = consumer.path("letters").size();
        if (waiting > 0) {
            findings.add(Finding.notice(
                    "dead letters",
                    "%s: %s could not process %s%d %s"
                            .formatted(
                                    service.label(),
                                    consumer.path("consumer").asText(),
                                    waiting >= LISTED ? "at least " : "",
                                    waiting,
                                    waiting == 1 ? "event" : "events"),
                    "once the cause is mended: ./sp replay dead-letters " + service.label()));
        }
    }
}
