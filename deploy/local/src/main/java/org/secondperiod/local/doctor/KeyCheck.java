package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.secondperiod.local.stack.Part;

/** Under which of the district's keys what lies, and which key nothing needs any more. */
final class KeyCheck {

    private static final String ABOUT = "keys";
    private static final String PLAIN = "none";

    private final Function<Part, JsonNode> report;
    private final List<Part> services;

    /**
     * @param report what a service says of its keys
     * @param services those that answer
     */
    KeyCheck(Function<Part, JsonNode> report, List<Part> services) {
        this.report = report;
        this.services = services.stream()
                .filter(service -> service == Part.INGEST || service == Part.OUTREACH)
                .toList();
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        Set<String> current = new TreeSet<>();
        Map<String, Integer> unused = new LinkedHashMap<>();
        for (Part service : services) {
            JsonNode found = report.apply(service);
            current.add(found.path("current").asText());
            found.path("unused").forEach(key -> unused.merge(key.asText(), 1, Integer::sum));
            found.path("values").forEach(count -> add(service, found, count, findings));
            if (!found.path("counted").asBoolean()) {
                findings.add(Finding.notice(ABOUT, service.label() + " has not counted yet", "wait some minutes"));
            }
        }
        if (current.size() > 1) {
            findings.add(Finding.fault(
                    ABOUT, "services write under different keys: " + current, "give all of them the same current one"));
        }
        unused.forEach((key, by) -> {
            if (by == services.size()) {
                findings.add(Finding.notice(
                        ABOUT, "nothing is under key " + key + " any more", "it can be destroyed: docs/keys.md"));
            }
        });
        return findings.isEmpty() ? List.of(Finding.good(ABOUT, "all is under " + current)) : findings;
    }

    private static void add(Part service, JsonNode report, JsonNode count, List<Finding> findings) {
        String key = count.path("keyId").asText();
        String what = "%s: %d values of %s "
                .formatted(
                        service.label(),
                        count.path("values").asLong(),
                        count.path("where").asText());
        if (key.equals(PLAIN)) {
            findings.add(Finding.notice(ABOUT, what + "are not sealed yet", "they are within minutes, by themselves"));
        } else if (!has(report.path("keys"), key)) {
            findings.add(Finding.fault(
                    ABOUT, what + "are under key " + key + ", which nobody has", "bring it back: docs/keys.md"));
        } else if (!key.equals(report.path("current").asText())) {
            findings.add(Finding.notice(
                    ABOUT,
                    what + "are under key " + key,
                    "they are sealed again by themselves; a topic's go when it is compacted"));
        }
    }

    private static boolean has(JsonNode keys, String key) {
        for (JsonNode each : keys) {
            if (each.asText().equals(key)) {
                return true;
            }
        }
        return false;
    }
}
