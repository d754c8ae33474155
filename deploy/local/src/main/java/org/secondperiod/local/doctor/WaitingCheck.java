package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.secondperiod.local.stack.Part;

/** What waits for somebody: facts in quarantine, and scans of badges or readers that nobody knows. */
final class WaitingCheck {

    private final BiFunction<Part, String, JsonNode> api;

    /** @param api what a service answers at an address */
    WaitingCheck(BiFunction<Part, String, JsonNode> api) {
        this.api = api;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode group : api.apply(Part.INGEST, "/v1/quarantine/summary").path("items")) {
            boolean code = group.hasNonNull("code");
            findings.add(Finding.notice(
                    "quarantine",
                    "%s facts of school %s wait%s"
                            .formatted(
                                    group.path("waiting").asText(),
                                    group.path("schoolId").asText(),
                                    code
                                            ? " for a meaning of code "
                                                    + group.path("code").asText()
                                            : ""),
                    code
                            ? "map it: PUT /ingest/v1/schools/%s/attendance-codes; they go on by themselves"
                                    .formatted(group.path("schoolId").asText())
                            : "make the school known: PUT /ingest/v1/schools/"
                                    + group.path("schoolId").asText()));
        }
        scans("/v1/scans/unresolved", "badges that nobody has", "say whose: PUT /entry/v1/badges/{badge}", findings);
        scans("/v1/scans/quarantined", "readers that are not registered", "PUT /entry/v1/readers/{readerId}", findings);
        return findings.isEmpty()
                ? List.of(Finding.good("waiting", "nothing in quarantine, no unknown badges"))
                : findings;
    }

    private void scans(String path, String what, String mend, List<Finding> findings) {
        JsonNode page = api.apply(Part.ENTRY, path);
        int count = page.path("items").size();
        if (count > 0) {
            String more = page.hasNonNull("nextCursor") ? "more than " : "";
            findings.add(Finding.notice("scans", more + count + " of " + what, mend));
        }
    }
}
