package org.secondperiod.bench.sizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.Database;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.StackException;

/** What a stack takes at a moment: memory of each process, disk of the databases, bytes of the topics. */
final class Footprint implements AutoCloseable {

    private static final double MEGABYTE = 1_000_000;
    private static final double KILOBYTES_IN_ONE = 1_000 / 1.024;
    private static final List<String> DATABASES = List.of("ingest", "entry", "outreach", "reporting");

    private final BenchStack stack;
    private final List<Part> services;
    private final Map<String, Database> databases = new LinkedHashMap<>();
    private final Admin admin;

    Footprint(BenchStack stack, List<Part> services) {
        this.stack = stack;
        this.services = services;
        DATABASES.forEach(name -> databases.put(name, new Database(stack.layout(), name)));
        this.admin = Admin.create(Map.of("bootstrap.servers", stack.layout().bootstrapServers()));
    }

    Database database(String name) {
        return databases.get(name);
    }

    /** Megabytes of the databases on disk, indexes and room for updates included, the log not. */
    double databases() {
        double bytes = 0;
        for (Database each : databases.values()) {
            each.execute("VACUUM");
            bytes += each.number("SELECT pg_database_size(current_database())");
        }
        return bytes / MEGABYTE;
    }

    /** Megabytes of one copy of all topics, as the broker has them on disk. */
    double topics() {
        try {
            int broker = admin.describeCluster().nodes().get().iterator().next().id();
            long bytes = admin.describeLogDirs(List.of(broker)).allDescriptions().get().get(broker).values().stream()
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> !replica.getKey().topic().startsWith("__"))
                    .mapToLong(replica -> replica.getValue().size())
                    .sum();
            return bytes / MEGABYTE;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Megabytes that lie in memory, by process; what PostgreSQL's processes share is counted once. */
    Map<String, Double> memory() {
        Map<String, Double> memory = new LinkedHashMap<>();
        Stream.concat(services.stream(), Stream.of(Part.KAFKA))
                .forEach(part -> memory.put(part.label(), kilobytes(stack.pid(part), "Pss:") / KILOBYTES_IN_ONE));
        ProcessHandle.of(stack.pid(Part.POSTGRES))
                .ifPresent(server -> memory.put(
                        Part.POSTGRES.label(),
                        Stream.concat(Stream.of(server), server.descendants())
                                .mapToDouble(process -> kilobytes(process.pid(), "Pss:") / KILOBYTES_IN_ONE)
                                .sum()));
        return memory;
    }

    /** Megabytes of a service's heap that are in use once garbage was collected. */
    double liveHeap(Part service) {
        long pid = stack.pid(service);
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        return java.util.regex.Pattern.compile("generation\\s+total \\d+K, used (\\d+)K")
                        .matcher(heap)
                        .results()
                        .mapToLong(found -> Long.parseLong(found.group(1)))
                        .sum()
                / KILOBYTES_IN_ONE;
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            "" + pid,
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new StackException("jcmd %s: %s".formatted(command, said));
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    private static long kilobytes(long pid, String what) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", "" + pid, "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(what))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
        admin.close();
    }
}
