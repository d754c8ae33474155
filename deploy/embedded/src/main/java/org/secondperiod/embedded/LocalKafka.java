package org.secondperiod.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, one node) as a process of its own, on the loopback interface. It never creates a topic
 * by itself. It ends with {@link #close()} or with the JVM.
 */
public final class LocalKafka implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final String STARTED = "Kafka Server started";

    private final int port;
    private final Path folder;
    private final boolean temporary;
    private final KafkaSettings.@Nullable Fronted fronted;
    private final Thread onExit;
    private Process broker;

    private LocalKafka(int port, Path folder, boolean temporary, KafkaSettings.@Nullable Fronted fronted) {
        this.port = port;
        this.fronted = fronted;
        this.folder = folder;
        this.temporary = temporary;
        this.broker = launch();
        this.onExit = new Thread(this::kill, "stop-kafka");
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** A broker on a free port with a temporary folder. */
    public static LocalKafka temporary() {
        return new LocalKafka(Ports.free(), Folders.temporary("second-period-kafka"), true, null);
    }

    /**
     * A temporary broker with a second listener, {@link #frontedPort()}, whose clients are told to find it at {@code
     * advertisedPort}: something stands there that passes on what comes.
     */
    public static LocalKafka fronted(int advertisedPort) {
        return new LocalKafka(
                Ports.free(),
                Folders.temporary("second-period-kafka"),
                true,
                new KafkaSettings.Fronted(Ports.free(), advertisedPort));
    }

    /**
     * A broker on the given port whose topics are kept in {@code folder} between runs.
     *
     * @throws EmbeddedStackException when the port is in use or the broker does not start within three minutes
     */
    public static LocalKafka kept(int port, Path folder) {
        return new LocalKafka(port, folder, false, null);
    }

    public int port() {
        return port;
    }

    /** The port of the second listener. */
    public int frontedPort() {
        if (fronted == null) {
            throw new IllegalStateException("Nothing stands in front of this broker.");
        }
        return fronted.port();
    }

    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public long pid() {
        return broker.pid();
    }

    /** What the broker says, and said before it was started again; its last lines explain a failed start. */
    public Path logFile() {
        return folder.resolve("broker.log");
    }

    /** Ends the broker at once, as a crash would; {@link #restart()} brings it back with what it had written. */
    public void kill() {
        broker.destroyForcibly();
        awaitExit();
    }

    /** Lets the broker finish its work and end; {@link #restart()} brings it back. */
    public void stop() {
        broker.destroy();
        if (!awaitExit()) {
            kill();
        }
    }

    /** Starts a killed or stopped broker again on the same port and folder. */
    public void restart() {
        if (broker.isAlive()) {
            throw new IllegalStateException("The broker still runs.");
        }
        broker = launch();
    }

    @Override
    public void close() {
        if (temporary) {
            kill();
            Folders.delete(folder);
        } else {
            stop();
        }
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private Process launch() {
        Ports.requireFree(port, "The Kafka broker");
        List<String> command = KafkaCommand.prepare(port, folder, fronted);
        try {
            long logged = Files.exists(logFile()) ? Files.size(logFile()) : 0;
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
            awaitStart(process, logged);
            return process;
        } catch (IOException e) {
            throw new EmbeddedStackException("The Kafka broker does not start: " + e.getMessage(), e);
        }
    }

    /** @param before how long its log was, in bytes, when it was launched */
    private void awaitStart(Process process, long before) throws IOException {
        long giveUpAt = System.nanoTime() + START_LIMIT.toNanos();
        while (!logged(before).contains(STARTED)) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                process.destroyForcibly();
                throw new EmbeddedStackException("The Kafka broker does not start; see " + logFile());
            }
            pause();
        }
    }

    private String logged(long from) throws IOException {
        byte[] all = Files.readAllBytes(logFile());
        return new String(all, (int) from, all.length - (int) from, StandardCharsets.UTF_8);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStackException("Interrupted while the Kafka broker started.", e);
        }
    }

    private boolean awaitExit() {
        try {
            return broker.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
