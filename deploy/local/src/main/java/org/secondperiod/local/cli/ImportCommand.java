package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "import",
        description = "Load a OneRoster 1.1 or 1.2 CSV zip. Exit code 1 when it was refused or failed.")
final class ImportCommand extends Verb {

    private static final int SHOWN_ERRORS = 20;

    @Parameters(paramLabel = "FILE.zip")
    Path file = Path.of("");

    @Option(names = "--dry-run", description = "only check it")
    boolean dryRun;

    @Option(names = "--allow-shrink", description = "even if a school would lose more than a tenth of its students")
    boolean allowShrink;

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new StackException("There is no file " + file);
        }
        JsonNode ended = new RosterImport(as("roster-sync")).send(file, query(), this::passing);
        if (json) {
            console().say(Json.pretty(ended));
        } else {
            new ImportText(console()).print(ended);
        }
        return "DONE".equals(ended.path("state").asText()) ? 0 : Sp.FOUND_A_FAULT;
    }

    private String query() {
        List<String> options = new ArrayList<>();
        if (dryRun) {
            options.add("dryRun=true");
        }
        if (allowShrink) {
            options.add("allowShrink=true");
        }
        return options.isEmpty() ? "" : "?" + String.join("&", options);
    }

    private void passing(JsonNode state) {
        JsonNode progress = state.path("progress");
        String phase = progress.path("phase").asText().toLowerCase(Locale.ROOT);
        String step = progress.path("step").asText("");
        console()
                .passing("Importing: %s%s, %,d rows read, %,d of %,d students compared"
                        .formatted(
                                phase,
                                step.isEmpty() ? "" : " (" + step + ")",
                                progress.path("rowsRead").asLong(),
                                progress.path("studentsCompared").asLong(),
                                progress.path("studentsToCompare").asLong()));
    }
}
