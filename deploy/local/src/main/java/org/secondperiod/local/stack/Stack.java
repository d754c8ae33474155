package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.clock.ClockFile;

/** Starts, watches and stops the parts. Starting twice changes nothing: what runs and is ready stays. */
public final class Stack {

    private static final Duration START_LIMIT = Duration.ofSeconds(300);
    private static final int LOG_LINES = 15;

    /** Small and quick to start: right for a demo, not for measuring. */
    private static final List<String> QUICK_TO_START =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private final Layout layout;
    private final Health health;
    private final PartCommand command;

    public Stack(Layout layout) {
        this(layout, QUICK_TO_START);
    }

    /** @param serviceJvm options of the services' JVMs, heap and all */
    public Stack(Layout layout, List<String> serviceJvm) {
        this.layout = layout;
        this.health = new Health(layout);
        this.command = new PartCommand(layout, serviceJvm);
    }

    /**
     * Starts what does not run and waits until all of it is ready.
     *
     * @param say told one line when something happens
     * @throws StackException when a part does not start, with the last lines of its log
     */
    public void start(Consumer<String> say) {
        new ClockFile(layout.clockFile()).createUnlessThere();
        start(Part.infrastructure(), say);
        start(Part.services(), say);
    }

    /** Starts only the infrastructure and these services. */
    public void startOnly(List<Part> services, Consumer<String> say) {
        new ClockFile(layout.clockFile()).createUnlessThere();
        start(Part.infrastructure(), say);
        start(services, say);
    }

    /** Starts what does not run, without one service, which somebody runs by hand; stops it where it runs. */
    public void startAllBut(Part service, Consumer<String> say) {
        new ClockFile(layout.clockFile()).createUnlessThere();
        start(Part.infrastructure(), say);
        DetachedProcess.find(layout.pidFile(service)).ifPresent(DetachedProcess::stop);
        start(Part.services().stream().filter(part -> part != service).toList(), say);
    }

    /** The settings with which a service is part of this stack, as system properties. */
    public Map<String, String> settings(Part service) {
        return command.settings(service);
    }

    /** The settings of a service that belong into its environment. */
    public Map<String, String> environment(Part service) {
        return command.environment(service);
    }

    private void start(List<Part> parts, Consumer<String> say) {
        Set<Part> waitingFor = new LinkedHashSet<>();
        for (Part part : parts) {
            if (!settled(part)) {
                launch(part);
                waitingFor.add(part);
            }
        }
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
    }

    /** Whether a part runs, answers, and is not older than what was last built. */
    private boolean settled(Part part) {
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

    private void launch(Part part) {
        if (Ports.answers(layout.port(part))) {
            throw new StackException(
                    "Port " + layout.port(part) + ", which " + part.label()
                            + " needs, is in use by something else. End that, or choose other ports: SP_PORT_OFFSET=100 ./sp ...");
        }
        DetachedProcess.start(command.of(part), command.environment(part), layout.logFile(part), layout.pidFile(part));
    }

    private void refuseDead(Part part, long begun) {
        boolean dead = DetachedProcess.find(layout.pidFile(part)).isEmpty();
        boolean late = System.nanoTime() - begun > START_LIMIT.toNanos();
        if (dead || late) {
            throw new StackException("%s %s. The end of its log (%s):%n%s"
                    .formatted(
                            part.label(),
                            dead ? "ended while it started" : "is not ready after " + START_LIMIT.toSeconds() + " s",
                            layout.logFile(part),
                            lastLines(layout.logFile(part))));
        }
    }

    /** Ends everything, the last started first. */
    public void stop(Consumer<String> say) {
        List<Part> reversed = new ArrayList<>(Arrays.asList(Part.values()));
        for (Part part : reversed.reversed()) {
            DetachedProcess.find(layout.pidFile(part)).ifPresent(running -> {
                running.stop();
                say.accept("%-18s stopped".formatted(part.label()));
            });
            deletePidFile(part);
        }
    }

    public List<PartStatus> status() {
        return Arrays.stream(Part.values()).map(this::status).toList();
    }

    private PartStatus status(Part part) {
        Optional<DetachedProcess> running = DetachedProcess.find(layout.pidFile(part));
        String state = running.isEmpty() ? "stopped" : health.ready(part) ? "ready" : "starting";
        return new PartStatus(
                part,
                layout.port(part),
                running.map(DetachedProcess::pid).orElse(null),
                state,
                running.flatMap(DetachedProcess::since).orElse(null));
    }

    private void deletePidFile(Part part) {
        try {
            Files.deleteIfExists(layout.pidFile(part));
        } catch (IOException e) {
            throw new StackException("Cannot remove " + layout.pidFile(part) + ": " + e.getMessage(), e);
        }
    }

    private static String lastLines(Path log) {
        try {
            List<String> lines = Files.readAllLines(log).stream()
                    .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                    .toList();
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the stack started.", e);
        }
    }
}
