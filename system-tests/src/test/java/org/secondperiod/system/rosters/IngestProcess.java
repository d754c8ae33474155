package org.secondperiod.system.rosters;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.embedded.Ports;

/** attendance-ingest as it is run, alone with a broker and a database, and with as little memory as it must do with. */
final class IngestProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx256m";
    private static final Duration START_LIMIT = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final SignedTokens tokens = new SignedTokens();
    private final int port = Ports.free();
    private final Process process;
    private final Path log;

    /** Starts it and waits until it is ready. */
    IngestProcess(Path folder, Path runnableJar, LocalKafka kafka, String jdbcUrl) throws IOException {
        this.log = folder.resolve("attendance-ingest.log");
        this.process = new ProcessBuilder(command(folder, runnableJar, kafka, jdbcUrl))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await().atMost(START_LIMIT).pollInterval(Duration.ofMillis(300)).until(this::isReady);
    }

    private List<String> command(Path folder, Path jar, LocalKafka kafka, String jdbcUrl) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.host=localhost",
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.datasource.jdbc.url=" + jdbcUrl,
                "-Dquarkus.flyway.username=" + LocalPostgres.USER,
                "-Dquarkus.flyway.password=" + LocalPostgres.PASSWORD,
                "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                "-Dquarkus.oidc.public-key=" + tokens.publicKey(),
                "-Dquarkus.oidc.token.issuer=https://issuer.test",
                "-Dsecondperiod.district.people-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
                "-Dsecondperiod.rosters.work-folder=" + folder,
                "-jar",
                jar.toString());
    }

    /** Sends a roster; where its import can be followed. */
    URI send(Path zip) {
        var request = request(URI.create("http://localhost:%d/ingest/v1/rosters".formatted(port)))
                .header("Content-Type", "application/zip");
        try {
            var answer = http.send(
                    request.POST(HttpRequest.BodyPublishers.ofFile(zip)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new AssertionError("not accepted: " + answer.statusCode() + " " + answer.body());
            }
            return request.build()
                    .uri()
                    .resolve(answer.headers().firstValue("Location").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(URI uri) {
        if (!process.isAlive()) {
            throw new AssertionError("attendance-ingest has ended with " + process.exitValue() + ":\n" + log());
        }
        try {
            return JSON.readTree(
                    http.send(request(uri).build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The most memory that the process ever had, all of it, in MB. */
    long peakMemory() {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How long it has worked, on all processors together: on a busy machine this tells more than the clock. */
    Duration worked() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + tokens.system("roster:write"));
    }

    private boolean isReady() {
        if (!process.isAlive()) {
            throw new AssertionError("attendance-ingest does not start:\n" + log());
        }
        try {
            var uri = URI.create("http://localhost:%d/ingest/q/health/ready".formatted(port));
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException expected) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
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
