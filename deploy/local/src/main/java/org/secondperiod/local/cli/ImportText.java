package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;

/** An import's end in sentences: what was done, what was wrong with which rows, and what to do about it. */
final class ImportText {

    private static final int SHOWN = 20;

    private final Console console;

    ImportText(Console console) {
        this.console = console;
    }

    void print(JsonNode ended) {
        boolean dryRun = ended.path("dryRun").asBoolean();
        JsonNode counts = ended.path("counts");
        console.say(headline(ended.path("state").asText(), dryRun));
        if (ended.hasNonNull("reason")) {
            console.say("  " + ended.path("reason").asText().replace("allowShrink=true", "--allow-shrink"));
        }
        console.say("  %,d rows read: %,d rejected, %,d with a remark"
                .formatted(
                        counts.path("rowsRead").asLong(),
                        counts.path("rowsRejected").asLong(),
                        counts.path("rowsNoted").asLong()));
        console.say("  %,d students; something %s for %,d of them"
                .formatted(
                        counts.path("students").asLong(),
                        dryRun ? "would change" : "changed",
                        counts.path("studentsChanged").asLong()));
        rows(
                ended.path("errors"),
                counts.path("rowsRejected").asLong() + counts.path("rowsNoted").asLong());
        console.say("Import " + ended.path("importId").asText() + ". All it says: --json, or GET /ingest/v1/imports/"
                + ended.path("importId").asText());
    }

    private static String headline(String state, boolean dryRun) {
        return switch (state) {
            case "DONE" -> dryRun ? "Checked, and it could be imported. Nothing was stored." : "Imported.";
            case "REFUSED" -> "Refused. Nothing was stored.";
            case "FAILED" -> dryRun ? "It could not be imported. Nothing was stored." : "Failed. It could not be used.";
            default -> state;
        };
    }

    private void rows(JsonNode errors, long all) {
        if (errors.isEmpty()) {
            return;
        }
        console.say("About single rows:");
        for (int n = 0; n < Math.min(SHOWN, errors.size()); n++) {
            row(errors.get(n));
        }
        long more = all - Math.min(SHOWN, errors.size());
        if (more > 0) {
            console.say("  and %,d more".formatted(more));
        }
    }

    private void row(JsonNode error) {
        String place = error.path("line").asLong() == 0
                ? error.path("file").asText()
                : error.path("file").asText() + " line " + error.path("line").asText();
        String column = error.hasNonNull("column") ? ", " + error.path("column").asText() : "";
        String effect = "REJECTED".equals(error.path("effect").asText()) ? "rejected" : "remark";
        console.say("  %s%s (%s): %s"
                .formatted(place, column, effect, error.path("reason").asText()));
    }
}
