package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.local.clock.ClockFile;

/**
 * Starts, watches and stops the parts. Starting twice changes nothing: what runs and is ready stays. Of several commands
 * at once, one starts or stops and the others wait.
 */
public final class Stack {

    /** What the services call the district of this stack. */
    public static final String DISTRICT = "demo";

    /** The zone of its clock. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Small and quick to start: right for a demo, not for measuring. */
    public static final List<String> QUICK_TO_START =
            List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    /** As a service is deployed: all of the compiler, so slower to start and faster from then on. */
    public static final List<String> AS_DEPLOYED = List.of("-Xmx256m", "-XX:+UseSerialGC");

    private final Layout layout;
    private final Health health;
    private final PartCommand command;
    private final Starter starter;
    private final Set<Long> byHand = new HashSet<>();

    public Stack(Layout layout) {
        this(layout, QUICK_TO_START);
    }

    /** @param serviceJvm options of the services' JVMs, heap and all */
    public Stack(Layout layout, List<String> serviceJvm) {
        this.layout = layout;
        this.health = new Health(layout);
        this.command = new PartCommand(layout, serviceJvm);
        this.starter = new Starter(layout, health, command);
    }

    /**
     * Starts what does not run and waits until all of it is ready. The clock goes on as it was.
     *
     * @param say told one line when something happens
     * @throws StackException when a part does not start, with the last lines of its log
     */
    public void start(Consumer<String> say) {
        try (Lock alone = alone(say)) {
            start(Part.services(), say);
        }
    }

    /** Starts only the infrastructure and these services. */
    public void startOnly(List<Part> services, Consumer<String> say) {
        try (Lock alone = alone(say)) {
            start(services, say);
        }
    }

    /**
     * Starts what does not run, and stops one service, which somebody is about to run by hand.
     *
     * @see #runsByHand
     * @see #handBack
     */
    public void startAllBut(Part service, Consumer<String> say) {
        try (Lock alone = alone(say)) {
            DetachedProcess.find(layout.devFile(service)).ifPresent(dev -> {
                throw new StackException("%s runs in dev mode already (pid %d).".formatted(service.label(), dev.pid()));
            });
            runsByHand(service, ProcessHandle.current().pid());
            DetachedProcess.find(layout.pidFile(service)).ifPresent(DetachedProcess::stop);
            delete(layout.pidFile(service));
            start(Part.services().stream().filter(part -> part != service).toList(), say);
        }
    }

    /** Starts the infrastructure, also of a district that has left: what lies there is looked at once more. */
    public void startInfrastructure(Consumer<String> say) {
        try (Lock alone = alone(say)) {
            starter.requirePorts(Part.infrastructure());
            starter.start(Part.infrastructure(), say);
        }
    }

    private void start(List<Part> services, Consumer<String> say) {
        Departure.refuse(layout);
        new ClockFile(layout.clockFile()).createUnlessThere();
        List<Part> all = new ArrayList<>(Part.infrastructure());
        all.addAll(services);
        starter.requirePorts(all);
        if (starter.start(Part.infrastructure(), say) + starter.start(services, say) == 0) {
            say.accept("The stack runs already.");
        }
    }

    /** Remembers which process somebody runs a service with. */
    public void runsByHand(Part service, long pid) {
        Path file = layout.devFile(service);
        byHand.add(pid);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, Long.toString(pid));
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** Starts a service again that was run by hand, as it was last built; not when the stack was stopped meanwhile. */
    public void handBack(Part service, Consumer<String> say) {
        try (Lock alone = alone(say)) {
            if (DetachedProcess.pidIn(layout.devFile(service))
                    .filter(byHand::contains)
                    .isPresent()) {
                delete(layout.devFile(service));
                start(Part.services(), say);
            }
        }
    }

    /** The settings with which a service is part of this stack, as system properties. */
    public Map<String, String> settings(Part service) {
        return command.settings(service);
    }

    /** The settings of a service that belong into its environment. */
    public Map<String, String> environment(Part service) {
        return command.environment(service);
    }

    /** Ends everything, the last started first. */
    public void stop(Consumer<String> say) {
        try (Lock alone = alone(say)) {
            stop(Arrays.asList(Part.values()), say);
            LocalPostgres.stopLeftover(PartCommand.postgresFolder(layout));
        }
    }

    /** Ends the services, and leaves what they need. */
    public void stopServices(Consumer<String> say) {
        try (Lock alone = alone(say)) {
            stop(Part.services(), say);
        }
    }

    private void stop(List<Part> parts, Consumer<String> say) {
        for (Part part : parts.reversed()) {
            Optional<DetachedProcess> running = running(part);
            delete(layout.devFile(part));
            running.ifPresent(process -> {
                process.stop();
                say.accept("%-18s stopped".formatted(part.label()));
            });
            delete(layout.pidFile(part));
        }
    }

    public List<PartStatus> status() {
        return Arrays.stream(Part.values()).map(this::status).toList();
    }

    private PartStatus status(Part part) {
        Optional<DetachedProcess> running = running(part);
        String state = running.isEmpty() ? "stopped" : health.ready(part) ? "ready" : "starting";
        return new PartStatus(
                part,
                layout.port(part),
                running.map(DetachedProcess::pid).orElse(null),
                state,
                running.flatMap(DetachedProcess::since).orElse(null));
    }

    private Optional<DetachedProcess> running(Part part) {
        return DetachedProcess.find(layout.pidFile(part)).or(() -> DetachedProcess.find(layout.devFile(part)));
    }

    private Lock alone(Consumer<String> say) {
        Optional<Lock> lock = Lock.tryTake(layout.startLock());
        if (lock.isEmpty()) {
            say.accept("Another ./sp (pid %s) is starting or stopping the stack; this one waits for it."
                    .formatted(Lock.holder(layout.startLock())));
        }
        while (lock.isEmpty()) {
            Starter.pause();
            lock = Lock.tryTake(layout.startLock());
        }
        return lock.get();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StackException("Cannot remove " + file + ": " + e.getMessage(), e);
        }
    }
}
