package org.secondperiod.local.doctor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether a roster has come lately and was taken: students who are not on it are nobody's. */
final class RosterCheck {

    /** Rosters come each night; after a holiday of a week one is old. */
    private static final Duration OLD = Duration.ofDays(8);

    private final JsonNode imports;
    private final Instant now;

    /** @param imports the latest first, as attendance-ingest lists them */
    RosterCheck(JsonNode imports, Instant now) {
        this.imports = imports;
        this.now = now;
    }

    List<Finding> look() {
        List<Finding> findings = new ArrayList<>();
        boolean newest = true;
        for (JsonNode each : imports) {
            String state = each.path("state").asText();
            if (each.path("dryRun").asBoolean()) {
                continue;
            }
            if (state.equals("DONE")) {
                findings.add(age(Instant.parse(each.path("receivedAt").asText())));
                return findings;
            }
            if (newest && (state.equals("REFUSED") || state.equals("FAILED"))) {
                findings.add(Finding.fault(
                        "roster",
                        "the latest was %s: %s"
                                .formatted(
                                        state.toLowerCase(Locale.ROOT),
                                        each.path("reason").asText()),
                        "GET /ingest/v1/imports/" + each.path("importId").asText()
                                + "/errors says which rows; docs/rosters.md"));
            }
            newest = false;
        }
        findings.add(Finding.notice(
                "roster", "none has been taken", "./sp demo loads one, or ./sp import roster FILE: docs/rosters.md"));
        return findings;
    }

    private Finding age(Instant received) {
        Duration age = Duration.between(received, now);
        String saw = "the newest that was taken is of %d days ago".formatted(Math.max(0, age.toDays()));
        return age.compareTo(OLD) < 0
                ? Finding.good("roster", saw)
                : Finding.notice(
                        "roster",
                        saw + " (by the stack's clock): who has come since is unknown, who has left is called",
                        "look at the job of the student information system that sends it, or at the watched folder");
    }
}
