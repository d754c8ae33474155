package org.secondperiod.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.secondperiod.local.stack.Part;

/**
 * The services as they were in the version before, built once from the history of this checkout. {@code -Dsecondperiod.previous=FOLDER}
 * names a checkout of another version that is built already.
 */
final class PreviousVersion {

    static final List<Part> SERVICES = List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH, Part.REPORTING);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path NAMED = Path.of("src/test/resources/previous-version.txt");
    private static final int MINUTES = 25;

    private final Path checkout;

    private PreviousVersion(Path checkout) {
        this.checkout = checkout;
    }

    /** Built where it is not yet. */
    static PreviousVersion built() {
        var given = System.getProperty("secondperiod.previous");
        if (given != null) {
            return new PreviousVersion(Path.of(given).toAbsolutePath()).complete();
        }
        var name = named();
        var folder = Path.of("target", "previous", name).toAbsolutePath();
        var previous = new PreviousVersion(folder);
        if (!previous.isBuilt()) {
            build(name, folder);
        }
        return previous.complete();
    }

    private static String named() {
        try {
            return Files.readAllLines(NAMED).stream()
                    .filter(line -> !line.startsWith("#") && !line.isBlank() && !line.contains(" "))
                    .findFirst()
                    .orElseThrow()
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(String name, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var log = folder.resolveSibling(name + ".log");
        run(
                ROOT,
                log,
                "bash",
                "-c",
                "set -o pipefail; git archive \"$1\" | tar -x -C \"$2\"",
                "previous",
                name,
                "" + folder);
        var modules = SERVICES.stream().map(Part::label).collect(Collectors.joining(","));
        run(
                folder,
                log,
                "./mvnw",
                "-B",
                "-ntp",
                "package",
                "-DskipTests",
                "-Dcheckstyle.skip",
                "-Dspotless.check.skip=true",
                "-Dcyclonedx.skip=true",
                "-pl",
                modules,
                "-am");
    }

    private static void run(Path folder, Path log, String... command) {
        var builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(Map.of("JAVA_HOME", System.getProperty("java.home")));
        try {
            var process = builder.start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("It did not end in %d minutes: %s".formatted(MINUTES, log));
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("%s failed, see %s. A clone without its history has no version before:"
                                .formatted(command[0], log)
                        + " git fetch --unshallow, or -Dsecondperiod.previous=FOLDER");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isBuilt() {
        return SERVICES.stream().map(this::jar).allMatch(Files::exists);
    }

    private PreviousVersion complete() {
        if (!isBuilt()) {
            throw new AssertionError("The services of the version before are not all in " + checkout);
        }
        return this;
    }

    /** What starts a service of it. */
    Path jar(Part service) {
        return checkout.resolve(service.label()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The migrations that it knows of a service's own. */
    List<String> migrations(Part service) {
        return migrations(checkout, service);
    }

    /** The migrations of a service's own here. */
    static List<String> migrationsNow(Part service) {
        return migrations(ROOT, service);
    }

    private static List<String> migrations(Path checkout, Part service) {
        try (var files = Files.list(checkout.resolve(service.label()).resolve("src/main/resources/db/migration"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
