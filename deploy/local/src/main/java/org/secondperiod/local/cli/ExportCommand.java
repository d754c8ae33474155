package org.secondperiod.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.exports.StudentExport;
import org.secondperiod.local.exports.StudentIds;
import org.secondperiod.local.stack.StackException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "export",
        description = {
            "All that every service holds of a student, in one file that only you can read; with --all of every student,"
                    + " a file each.",
            "It holds names, contacts and notes in the clear: protect it, and delete it when it has served."
        })
final class ExportCommand extends Verb {

    private static final String ADMIN = "moreau";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "STUDENT", arity = "0..1", description = "the student's id")
    @Nullable
    String student;

    @Option(names = "--all", description = "of every student of whom anything is held")
    boolean all;

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description = "a new file; export-STUDENT.json. With --all a new folder; export")
    @Nullable
    Path to;

    @Override
    public Integer call() {
        if (all == (student != null)) {
            throw new ParameterException(spec.commandLine(), "Name a student, or --all.");
        }
        Api admin = as(ADMIN);
        if (student == null) {
            everybody(admin, to == null ? Path.of("export") : to);
        } else {
            one(admin, student);
        }
        return 0;
    }

    private void one(Api admin, String id) {
        StudentExport export = StudentExport.of(id, admin);
        Path file = to == null ? Path.of("export-" + id + ".json") : to;
        export.write(file);
        export.parts().forEach(this::print);
        console().say("It is in " + file.toAbsolutePath() + ".");
    }

    /** As fast as an administrator may ask. */
    private void everybody(Api admin, Path folder) {
        SortedSet<String> students = StudentIds.all(layout());
        create(folder);
        Progress progress = new Progress(console(), "Students exported", students.size());
        for (String each : students) {
            StudentExport.of(each, admin).write(folder.resolve(fileName(each)));
            progress.add(1, 0);
        }
        progress.finish();
        console().say("They are in " + folder.toAbsolutePath() + ".");
    }

    /** Ids may have colons, which not every file system takes. */
    private static String fileName(String id) {
        return "export-" + id.replace(':', '~') + ".json";
    }

    private static void create(Path folder) {
        if (Files.exists(folder)) {
            throw new StackException("There is a folder " + folder + " already; name another one with --to.");
        }
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be made", e);
        }
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
}
