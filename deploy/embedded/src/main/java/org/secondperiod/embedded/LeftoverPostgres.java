package org.secondperiod.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The server that a killed holder left running: PostgreSQL outlives the JVM that started it.
 *
 * <p>Its processes are known by where they work: each of them works in the data folder, whoever has become its parent. The file
 * {@code postmaster.pid} says less. It outlives its server, whose pid the system then gives to somebody else, perhaps to another
 * PostgreSQL; it says nothing of the processes that a killed server leaves behind; and there is a moment when it is empty.
 */
final class LeftoverPostgres {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private LeftoverPostgres() {}

    /**
     * Stops the server that runs in this data folder, if there is one, and waits until it is gone. Whoever is connected is
     * disconnected: services that survived their database's holder would else keep it for ever.
     */
    static void stop(Path dataFolder) {
        servers(dataFolder).forEach(LeftoverPostgres::interrupt);
        if (!isGoneWithin(STOP_LIMIT, dataFolder)) {
            kill(dataFolder);
        }
    }

    /** Kills the server that runs in this data folder, and waits until it and what it has forked are gone. */
    static void kill(Path dataFolder) {
        long giveUpAt = System.nanoTime() + STOP_LIMIT.toNanos();
        // It forks until it is dead, and who is busy does not notice that it is.
        for (var left = workingIn(dataFolder); !left.isEmpty(); left = workingIn(dataFolder)) {
            if (System.nanoTime() > giveUpAt) {
                throw new EmbeddedStackException("PostgreSQL of an earlier run (pid "
                        + left.getFirst().pid() + ") does not end; end it and try again.");
            }
            left.forEach(ProcessHandle::destroyForcibly);
            pause();
        }
    }

    /** Whether a server runs in this data folder, or a part of one. */
    static boolean isRunning(Path dataFolder) {
        return !workingIn(dataFolder).isEmpty();
    }

    private static boolean isGoneWithin(Duration limit, Path dataFolder) {
        long giveUpAt = System.nanoTime() + limit.toNanos();
        while (isRunning(dataFolder)) {
            if (System.nanoTime() > giveUpAt) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** The one that forks the others; where it is dead, those that it has left behind. */
    private static List<ProcessHandle> servers(Path dataFolder) {
        var all = workingIn(dataFolder);
        Set<Long> pids = all.stream().map(ProcessHandle::pid).collect(Collectors.toSet());
        return all.stream()
                .filter(process -> process.parent()
                        .map(parent -> !pids.contains(parent.pid()))
                        .orElse(true))
                .toList();
    }

    /** SIGINT, a fast shutdown; on SIGTERM, which Java would send, PostgreSQL waits until everybody has disconnected. */
    private static void interrupt(ProcessHandle server) {
        try {
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new EmbeddedStackException(
                    "PostgreSQL of an earlier run (pid " + server.pid() + ") cannot be asked to end: " + e.getMessage(),
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static List<ProcessHandle> workingIn(Path dataFolder) {
        try {
            Path folder = dataFolder.toRealPath();
            return ProcessHandle.allProcesses()
                    .filter(process -> isPostgres(process) && worksIn(process, folder))
                    .toList();
        } catch (IOException noSuchFolder) {
            return List.of();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static boolean worksIn(ProcessHandle process, Path folder) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", String.valueOf(process.pid()), "cwd"))
                    .equals(folder);
        } catch (IOException endedOrOfSomebodyElse) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static EmbeddedStackException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new EmbeddedStackException("Interrupted while PostgreSQL of an earlier run stopped.", e);
    }
}
