package org.secondperiod.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server that a killed holder left running: PostgreSQL outlives the JVM that started it. */
final class LeftoverPostgres {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private LeftoverPostgres() {}

    /** Stops the server that runs in this data folder, if there is one, and waits until it is gone. */
    static void stop(Path dataFolder) {
        runningIn(dataFolder).ifPresent(server -> {
            server.destroy();
            awaitExit(server);
        });
    }

    /** Kills the server that runs in this data folder, and waits until it and what it had forked are gone. */
    static void kill(Path dataFolder) {
        runningIn(dataFolder).ifPresent(server -> {
            var forked = server.descendants().toList();
            server.destroyForcibly();
            awaitExit(server);
            forked.forEach(LeftoverPostgres::awaitExit);
        });
    }

    private static void awaitExit(ProcessHandle process) {
        try {
            process.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new EmbeddedStackException(
                    "PostgreSQL of an earlier run (pid " + process.pid() + ") does not stop; end it and try again.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStackException("Interrupted while PostgreSQL of an earlier run stopped.", e);
        }
    }

    private static Optional<ProcessHandle> runningIn(Path dataFolder) {
        Path pidFile = dataFolder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            return ProcessHandle.of(pid).filter(LeftoverPostgres::isPostgres);
        } catch (IOException | NumberFormatException e) {
            throw new EmbeddedStackException("Cannot read " + pidFile + ": " + e.getMessage(), e);
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.contains("postgres"))
                        .orElse(false);
    }
}
