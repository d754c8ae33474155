package org.secondperiod.bench.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.DetachedProcess;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StackException;
import org.secondperiod.local.stack.StateFolder;

/** A stack of its own beside the demo's: fresh at the start, gone at the end. */
public final class BenchStack implements AutoCloseable {

    /** A heap of 256 MiB, and all of the compiler. */
    public static final List<String> SERVICE_JVM = Stack.AS_DEPLOYED;

    /** One credential sends what those of a whole district would; its requests are counted all the same. */
    private static final List<String> NO_RATE_IS_TOO_HIGH = Stream.of("person", "system")
            .flatMap(credential -> Stream.of("per-second", "at-once")
                    .map(limit -> "-Dsecondperiod.limits.%s.%s=1000000".formatted(credential, limit)))
            .toList();

    private static final int FURTHER_OFFSET = 1_000;
    private static final int UNTIL_THE_CLOCK_IS_SEEN_MILLIS = 600;

    private final Layout layout;
    private final Stack stack;
    private final Api api;

    private BenchStack(Layout layout, List<String> serviceJvm) {
        this.layout = layout;
        this.api = Api.as("admin", layout);
        this.stack = new Stack(
                layout,
                Stream.concat(serviceJvm.stream(), NO_RATE_IS_TOO_HIGH.stream()).toList());
    }

    /** Starts the infrastructure and these services, with nothing in them. */
    public static BenchStack start(List<Part> services, Consumer<String> say) {
        return start(services, SERVICE_JVM, say);
    }

    /** The same, the services with other options of their JVMs. */
    public static BenchStack start(List<Part> services, List<String> serviceJvm, Consumer<String> say) {
        BenchStack fresh = new BenchStack(Layout.from(System.getenv()).beside("bench", FURTHER_OFFSET), serviceJvm);
        fresh.stack.stop(line -> {});
        new StateFolder(fresh.layout).delete();
        fresh.stack.startOnly(services, say);
        return fresh;
    }

    public Layout layout() {
        return layout;
    }

    /** A client, signed in as one of the issuer's people or systems. */
    public Api as(String name) {
        return api.as(name);
    }

    /** From now on the services' clock stands at this moment. */
    public void standAt(Instant moment) {
        new ClockFile(layout.clockFile()).set(moment, 0);
        pause(UNTIL_THE_CLOCK_IS_SEEN_MILLIS);
    }

    /** From now on the services' clock goes on from this moment. */
    public void runFrom(Instant moment) {
        new ClockFile(layout.clockFile()).set(moment, 1);
        pause(UNTIL_THE_CLOCK_IS_SEEN_MILLIS);
    }

    /** The process of a part; of PostgreSQL the server itself. */
    public long pid(Part part) {
        return part == Part.POSTGRES
                ? postmaster()
                : DetachedProcess.find(layout.pidFile(part))
                        .map(DetachedProcess::pid)
                        .orElseThrow(() -> new StackException(
                                part.label() + " does not run any more; see " + layout.logFile(part)));
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(layout.state().resolve("postgres").resolve("postmaster.pid"))
                            .getFirst()
                            .strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not run", e);
        }
    }

    /** Watches these parts and this command itself, which generates the load. */
    public Cpu watched(List<Part> parts) {
        Cpu cpu = new Cpu();
        parts.forEach(part -> cpu.watch(part.label(), () -> pid(part)));
        return cpu.watchMyself("load generator");
    }

    /** Holds a part still, or lets it go on; in between it does nothing at all. */
    public void hold(Part part, boolean still) {
        signal(pid(part), still ? "-STOP" : "-CONT");
    }

    /** Sends a process a signal. */
    public static void signal(long pid, String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, String.valueOf(pid)).start();
            if (kill.waitFor() != 0) {
                throw new StackException("Process " + pid + " could not be sent " + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** A file of this stack. */
    public Path file(String name) {
        return layout.state().resolve(name);
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        stack.stop(line -> {});
    }
}
