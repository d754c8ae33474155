package org.secondperiod.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.secondperiod.local.stack.Layout;

/** Runs a verb of {@code ./sp} as its own process, as a person would, against a stack of the tests' own. */
public final class SpProcess {

    private final Layout layout;
    private final Map<String, String> environment;

    SpProcess(Layout layout) {
        this(layout, Map.of());
    }

    private SpProcess(Layout layout, Map<String, String> environment) {
        this.layout = layout;
        this.environment = environment;
    }

    /** The same, with this in its environment, and in that of whatever it starts. */
    public SpProcess with(Map<String, String> more) {
        return new SpProcess(layout, Map.copyOf(more));
    }

    /**
     * What came of it.
     *
     * @param output what was printed, errors included
     */
    public record Result(int exitCode, String output) {}

    /** Runs the verb to its end; fails if that does not come in time. */
    public Result run(Duration atMost, String... verb) {
        return run(atMost, "deploy/local/target", "org.secondperiod.local.cli.Sp", verb);
    }

    /** Runs a measurement, as {@code ./sp bench} does. */
    Result bench(Duration atMost, String... measurement) {
        return run(atMost, "bench/target", "org.secondperiod.bench.Bench", measurement);
    }

    private Result run(Duration atMost, String built, String main, String... verb) {
        var log = layout.state().resolve(verb[0] + "-output.txt");
        try {
            Files.createDirectories(layout.state());
            var process = new ProcessBuilder(command(built, main, verb))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .directory(layout.checkout().toFile());
            process.environment().putAll(environment);
            process.environment()
                    .putAll(Map.of(
                            "SP_HOME", layout.checkout().toString(),
                            "SP_STATE", layout.state().toString(),
                            "SP_PORT_OFFSET", String.valueOf(layout.portOffset())));
            var running = process.start();
            if (!running.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly();
                throw new AssertionError("./sp %s did not end within %s:%n%s"
                        .formatted(String.join(" ", verb), atMost, Files.readString(log)));
            }
            return new Result(running.exitValue(), Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> command(String built, String main, String... verb) {
        var target = layout.checkout().resolve(built);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                target.resolve("classes") + ":" + target.resolve("lib") + "/*",
                main));
        command.addAll(List.of(verb));
        return command;
    }
}
