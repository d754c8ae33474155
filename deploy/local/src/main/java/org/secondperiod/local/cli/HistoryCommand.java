package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.secondperiod.local.api.HistoryImport;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        description = {
            "Import past attendance: a CSV with studentId,schoolId,schoolDay,code and, where marks are of periods, period;"
                    + " a row without a student says that the day was submitted.",
            "All of it is checked before any of it counts. Exit code 1 when it was refused or failed."
        })
final class HistoryCommand extends Verb {

    @Parameters(paramLabel = "FILE.csv")
    Path file = Path.of("");

    @Option(names = "--enrolments", description = "the rows are past enrolments: studentId,schoolId,entry,exit,grade")
    boolean enrolments;

    @Option(names = "--dry-run", description = "only check it")
    boolean dryRun;

    @Option(names = "--allow-rejected", description = "leave out rows that are not sound")
    boolean allowRejected;

    @Option(names = "--json", description = "for scripts")
    boolean json;

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) {
            throw new StackException("There is no file " + file);
        }
        JsonNode ended = new HistoryImport(as("sis")).send(file, query(), this::passing);
        if (json) {
            console().say(Json.pretty(ended));
        } else {
            new HistoryText(console()).print(ended);
        }
        return "DONE".equals(ended.path("state").asText()) ? 0 : Sp.FOUND_A_FAULT;
    }

    private String query() {
        List<String> options = new ArrayList<>();
        if (enrolments) {
            options.add("holds=ENROLMENTS");
        }
        if (dryRun) {
            options.add("dryRun=true");
        }
        if (allowRejected) {
            options.add("allowRejected=true");
        }
        return options.isEmpty() ? "" : "?" + String.join("&", options);
    }

    private void passing(JsonNode state) {
        JsonNode progress = state.path("progress");
        String left = progress.hasNonNull("secondsLeft")
                ? ", %d s left".formatted(progress.path("secondsLeft").asLong())
                : "";
        console()
                .passing("%s: %,d rows read, %,d rejected, %,d told, %,d a second%s"
                        .formatted(
                                progress.path("phase").asText().toLowerCase(Locale.ROOT),
                                progress.path("rowsRead").asLong(),
                                progress.path("rowsRejected").asLong(),
                                progress.path("rowsTaken").asLong(),
                                progress.path("rowsPerSecond").asLong(),
                                left));
    }
}
