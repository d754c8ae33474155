package org.secondperiod.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of the project, wherever the tests are started from. */
final class Project {

    static final List<String> SERVICES =
            List.of("attendance-ingest", "building-entry", "outreach-service", "reporting-service", "desk");

    private static final Path ROOT = root();

    private Project() {}

    static Path path(String relative) {
        return ROOT.resolve(relative);
    }

    static String read(String relative) {
        return read(path(relative));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Java sources below a folder, tests not among them. */
    static List<Path> sources(String module) {
        try (Stream<Path> files = Files.walk(path(module + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("sp")) && Files.exists(folder.resolve("deploy/helm"))) {
                return folder;
            }
        }
        throw new IllegalStateException("Not started within the project");
    }
}
