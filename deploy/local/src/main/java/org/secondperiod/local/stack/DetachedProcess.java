package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that outlives the command that started it, found again by its pid file. */
public final class DetachedProcess {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final Duration LAUNCH_LIMIT = Duration.ofSeconds(10);

    /** In a group of its own, so that Ctrl-C in the terminal ends the command and not the stack. */
    private static final String LAUNCHER =
            "set -m; log=$1; pid=$2; shift 2; nohup \"$@\" >>\"$log\" 2>&1 </dev/null & echo $! >\"$pid\"";

    private final ProcessHandle handle;

    private DetachedProcess(ProcessHandle handle) {
        this.handle = handle;
    }

    /**
     * Starts a command whose output goes to the log file, after what is there, and whose pid goes to the pid file.
     *
     * @param name what the log calls it
     * @param environment added to this command's own
     */
    static DetachedProcess start(
            String name, List<String> command, Map<String, String> environment, Path log, Path pidFile) {
        List<String> launch =
                new ArrayList<>(List.of("bash", "-c", LAUNCHER, "sp", log.toString(), pidFile.toString()));
        launch.addAll(command);
        try {
            new LogFile(log).begin(name);
            Files.createDirectories(pidFile.toAbsolutePath().getParent());
            Files.deleteIfExists(pidFile);
            ProcessBuilder builder = new ProcessBuilder(launch)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment);
            Process launcher = builder.start();
            if (!launcher.waitFor(LAUNCH_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new StackException("Could not launch " + command.getFirst());
            }
            return find(pidFile).orElseThrow(() -> new StackException("It ended at once; see " + log));
        } catch (IOException e) {
            throw new StackException("Could not launch " + command.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** The process of a pid file, if it still runs. A pid that the system gave to a younger process is not it. */
    public static Optional<DetachedProcess> find(Path pidFile) {
        Optional<Long> pid = pidIn(pidFile);
        if (pid.isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant written = Files.getLastModifiedTime(pidFile).toInstant();
            return ProcessHandle.of(pid.get())
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> !startedAfter(process, written.plusSeconds(60)))
                    .map(DetachedProcess::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What a pid file says, whether or not that process runs. */
    static Optional<Long> pidIn(Path pidFile) {
        try {
            return Files.exists(pidFile)
                    ? Optional.of(Long.parseLong(Files.readString(pidFile).strip()))
                    : Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean startedAfter(ProcessHandle process, Instant instant) {
        return process.info()
                .startInstant()
                .map(start -> start.isAfter(instant))
                .orElse(false);
    }

    public long pid() {
        return handle.pid();
    }

    public boolean isAlive() {
        return handle.isAlive();
    }

    public Optional<Instant> since() {
        return handle.info().startInstant();
    }

    /** Asks it to end and waits; ends it by force when it does not. */
    public void stop() {
        handle.destroy();
        try {
            handle.onExit().get(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
        } catch (ExecutionException e) {
            throw new StackException("Waiting for pid " + pid() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
