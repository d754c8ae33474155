package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.embedded.Ports;

/** Brings parts up. Whoever calls it holds the lock that keeps other commands from doing the same. */
final class Starter {

    private static final Duration START_LIMIT = Duration.ofSeconds(300);

    private final Layout layout;
    private final Health health;
    private final PartCommand command;

    Starter(Layout layout, Health health, PartCommand command) {
        this.layout = layout;
        this.health = health;
        this.command = command;
    }

    /**
     * Looks at all ports before anything is started, so that a port in use leaves no half of a stack behind.
     *
     * @throws StackException naming each port that something else has
     */
    void requirePorts(List<Part> parts) {
        if (parts.contains(Part.POSTGRES) && running(Part.POSTGRES).isEmpty()) {
            LocalPostgres.stopLeftover(PartCommand.postgresFolder(layout));
        }
        List<Part> taken = parts.stream()
                .filter(part -> running(part).isEmpty() && Ports.answers(layout.port(part)))
                .toList();
        if (!taken.isEmpty()) {
            throw new StackException("In use by something else: "
                    + taken.stream()
                            .map(part -> "port " + layout.port(part) + ", which " + part.label() + " needs")
                            .collect(Collectors.joining("; "))
                    + ". Nothing was started. End what listens there, or choose other ports:"
                    + " SP_PORT_OFFSET=100 ./sp ...");
        }
    }

    /**
     * Starts what does not run, says so, and waits until all of it is ready.
     *
     * @return how many had to be started
     */
    int start(List<Part> parts, Consumer<String> say) {
        Set<Part> waitingFor = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!settled(part)) {
                DetachedProcess.start(
                        part.label(),
                        command.of(part),
                        command.environment(part),
                        layout.logFile(part),
                        layout.pidFile(part));
                waitingFor.add(part);
            }
        }
        if (!waitingFor.isEmpty()) {
            say.accept(waitingFor.stream().map(Part::label).collect(Collectors.joining(", ", "Starting ", ".")));
        }
        int started = waitingFor.size();
        long begun = System.nanoTime();
        while (!waitingFor.isEmpty()) {
            for (Part part : List.copyOf(waitingFor)) {
                if (health.ready(part)) {
                    say.accept("%-18s ready on port %d after %.1f s"
                            .formatted(part.label(), layout.port(part), (System.nanoTime() - begun) / 1e9));
                    waitingFor.remove(part);
                } else {
                    refuseDead(part, begun);
                }
            }
            pause();
        }
        return started;
    }

    private Optional<DetachedProcess> running(Part part) {
        return DetachedProcess.find(layout.pidFile(part)).or(() -> DetachedProcess.find(layout.devFile(part)));
    }

    /** Whether a part runs, answers, and is not older than what was last built; or somebody runs it by hand. */
    private boolean settled(Part part) {
        if (DetachedProcess.find(layout.devFile(part)).isPresent()) {
            return true;
        }
        Optional<DetachedProcess> running = DetachedProcess.find(layout.pidFile(part));
        if (running.isEmpty()) {
            return false;
        }
        if (health.ready(part) && !outdated(part, running.get())) {
            return true;
        }
        running.get().stop();
        return false;
    }

    private boolean outdated(Part part, DetachedProcess running) {
        if (!part.isService()) {
            return false;
        }
        try {
            Instant built = Files.getLastModifiedTime(layout.runnableJar(part)).toInstant();
            return running.since().map(built::isAfter).orElse(false);
        } catch (IOException e) {
            return false;
        }
    }

    private void refuseDead(Part part, long begun) {
        boolean dead = DetachedProcess.find(layout.pidFile(part)).isEmpty();
        boolean late = System.nanoTime() - begun > START_LIMIT.toNanos();
        if (dead || late) {
            throw new StackException("%s %s. The end of its log (%s):%n%s%n%s"
                    .formatted(
                            part.label(),
                            dead ? "ended while it started" : "is not ready after " + START_LIMIT.toSeconds() + " s",
                            layout.logFile(part),
                            new LogFile(layout.logFile(part)).end(),
                            "What was started before it still runs: ./sp start tries again, ./sp stop ends it."));
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the stack started.", e);
        }
    }
}
