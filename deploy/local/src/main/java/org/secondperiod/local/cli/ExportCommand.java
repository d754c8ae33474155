package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Json;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "export",
        description = {
            "All that every service holds of a student, in one file that only you can read.",
            "It holds names, contacts and notes in the clear: protect it, and delete it when it has served."
        })
final class ExportCommand extends Verb {

    private static final String ADMIN = "moreau";

    @Parameters(paramLabel = "STUDENT", description = "the student's id")
    String student = "";

    @Option(names = "--to", paramLabel = "FILE", description = "a new file; export-STUDENT.json")
    @Nullable
    Path to;

    @Override
    public Integer call() {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        Part.services().stream()
                .filter(service -> service.database().isPresent())
                .forEach(service ->
                        parts.put(service.label(), as(ADMIN).get(service, "/v1/students/" + student + "/export")));
        Path file = to == null ? Path.of("export-" + student + ".json") : to;
        write(file, Json.pretty(Map.of("studentId", student, "services", parts)));
        parts.forEach(this::print);
        console().say("It is in " + file.toAbsolutePath() + ".");
        return 0;
    }

    private void print(String service, JsonNode export) {
        for (JsonNode of : export.path("classes")) {
            int rows = 0;
            for (JsonNode table : of.path("tables")) {
                rows += table.path("rows").size();
            }
            console()
                    .say("%-18s %-16s %,6d  %s"
                            .formatted(
                                    service,
                                    of.path("recordClass").asText(),
                                    rows,
                                    of.path("holds").asText()));
        }
    }

    /** Never over a file that is there. */
    private static void write(Path file, String json) {
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(json));
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw new StackException("There is a file " + file + " already; name another one with --to.");
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }
}
