package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** How an import of past attendance ended, in sentences. */
final class HistoryText {

    private static final int SHOWN = 20;

    private final Console console;

    HistoryText(Console console) {
        this.console = console;
    }

    void print(JsonNode ended) {
        JsonNode progress = ended.path("progress");
        console.say(headline(ended.path("state").asText(), ended.path("dryRun").asBoolean()));
        if (ended.hasNonNull("reason")) {
            console.say("  " + ended.path("reason").asText().replace("allowRejected=true", "--allow-rejected"));
        }
        console.say("  %,d rows read: %,d rejected, %,d told; %,d school days"
                .formatted(
                        progress.path("rowsRead").asLong(),
                        progress.path("rowsRejected").asLong(),
                        progress.path("rowsTaken").asLong(),
                        progress.path("daysTold").asLong()));
        notKept(ended);
        ended.path("schools").forEach(this::school);
        rows(ended.path("errors"), progress.path("rowsRejected").asLong());
        String id = ended.path("historyId").asText();
        console.say("All row errors: GET /ingest/v1/batches/%s/errors".formatted(id));
    }

    private static String headline(String state, boolean dryRun) {
        return switch (state) {
            case "DONE" -> dryRun ? "Checked, and it could be imported. Nothing was told." : "Imported.";
            case "REFUSED" -> "Refused. Nothing was told.";
            case "FAILED" -> "Failed. It could not be used.";
            default -> state;
        };
    }

    private void notKept(JsonNode ended) {
        long rows = ended.path("rowsNotKept").asLong();
        if (rows > 0) {
            console.say("  %,d of them are of days before %s, of which reports keep nothing: no report will have them"
                    .formatted(rows, ended.path("keptFrom").asText()));
        }
    }

    private void school(JsonNode school) {
        console.say("  %s: %,d rows, %,d absences, %,d days, %s to %s"
                .formatted(
                        school.path("schoolId").asText(),
                        school.path("rows").asLong(),
                        school.path("absences").asLong(),
                        school.path("days").asLong(),
                        school.path("firstDay").asText("-"),
                        school.path("lastDay").asText("-")));
    }

    private void rows(JsonNode errors, long all) {
        if (errors.isEmpty()) {
            return;
        }
        console.say("Rows that are not sound:");
        for (int n = 0; n < Math.min(SHOWN, errors.size()); n++) {
            JsonNode error = errors.get(n);
            String field =
                    error.hasNonNull("field") ? ", " + error.path("field").asText() : "";
            console.say("  line %d%s: %s"
                    .formatted(
                            error.path("line").asLong(),
                            field,
                            error.path("reason").asText()));
        }
        long more = all - Math.min(SHOWN, errors.size());
        if (more > 0) {
            console.say("  and %,d more".formatted(more));
        }
    }
}
