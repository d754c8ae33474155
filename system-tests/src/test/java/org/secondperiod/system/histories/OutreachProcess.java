package org.secondperiod.system.histories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.system.Signals;

/** outreach-service as it is run, alone with a broker and a database, and with a clock that stands where it is put. */
final class OutreachProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    /** The service looks at its clock's file four times a second. */
    private static final Duration UNTIL_THE_CLOCK_IS_SEEN = Duration.ofMillis(350);
    /** A broker that has nothing answers after half a second (fetch.max.wait.ms). */
    private static final Duration UNTIL_THE_BROKER_HAS_ANSWERED = Duration.ofMillis(600);

    private final Path folder;
    private final Process process;
    private final int port = Ports.free();
    private final ClockFile clock;

    /** Starts it and waits until it is ready. */
    OutreachProcess(Path folder, Path runnableJar, LocalKafka kafka, String jdbcUrl, Instant now) {
        this.folder = folder;
        this.clock = new ClockFile(folder.resolve("clock.properties"));
        clock.set(now, 0);
        try {
            this.process = new ProcessBuilder(command(runnableJar, kafka, jdbcUrl))
                    .redirectErrorStream(true)
                    .redirectOutput(log().toFile())
                    .start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return folder.resolve("outreach-service.log");
    }

    private List<String> command(Path jar, LocalKafka kafka, String jdbcUrl) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dquarkus.http.host=localhost",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=" + jdbcUrl,
                "-Dquarkus.flyway.username=" + LocalPostgres.USER,
                "-Dquarkus.flyway.password=" + LocalPostgres.PASSWORD,
                "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                "-Dquarkus.oidc.tenant-enabled=false",
                "-Dsecondperiod.delivery.loops=1", // two would share a moment's facts, each in a batch of its own
                "-Dsecondperiod.district.zone=" + Mornings.DISTRICT_ZONE,
                "-Dsecondperiod.district.people-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "-Dsecondperiod.clock.file=" + folder.resolve("clock.properties"),
                "-jar",
                jar.toString());
    }

    private void awaitReady() throws IOException {
        long giveUpAt = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > giveUpAt) {
                process.destroyForcibly();
                throw new AssertionError("outreach-service does not start:\n" + Files.readString(log()));
            }
            pause(Duration.ofMillis(300));
        }
    }

    private boolean isReady() {
        try (var http = HttpClient.newHttpClient()) {
            var uri = URI.create("http://localhost:%d/outreach/q/health/ready".formatted(port));
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException expected) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** From now on it is this time, until it is set again. */
    void setClock(Instant now) {
        clock.set(now, 0);
        pause(UNTIL_THE_CLOCK_IS_SEEN);
    }

    /**
     * What is sent meanwhile reaches the service all at once. It stands still, and until nothing that it has asked the broker
     * for is left open; when it goes on it asks anew, and what is there then comes in one batch.
     */
    void whileItStandsStill(Runnable sending) {
        Signals.freeze(process);
        try {
            pause(UNTIL_THE_BROKER_HAS_ANSWERED);
            sending.run();
        } finally {
            Signals.thaw(process);
        }
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
