package org.secondperiod.system.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.Signals;

/** A packaged service as it is run, in a process of its own, to which anything may be done. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    private final Part service;
    private final Path log;
    private final Process process;
    private final int port = Ports.free();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();

    private ServiceProcess(Part service, Path jar, Path log, List<String> jvm, Map<String, String> settings) {
        this.service = service;
        this.log = log;
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(jvm);
        command.add("-Dquarkus.http.host=localhost");
        command.add("-Dquarkus.http.port=" + port);
        command.add("-Dquarkus.datasource.jdbc.additional-jdbc-properties.ApplicationName=" + name());
        settings.forEach((name, value) -> command.add("-D%s=%s".formatted(name, value)));
        command.add("-jar");
        command.add(jar.toString());
        try {
            this.process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "stop-" + service.label()));
    }

    /** Starts it; {@link #awaitReady()} says when it works. */
    public static ServiceProcess start(Part service, Path log, Map<String, String> settings) {
        return new ServiceProcess(service, jar(service), log, List.of(), settings);
    }

    /** Starts another version of it, or with options of the JVM. */
    static ServiceProcess start(Part service, Path jar, Path log, List<String> jvm, Map<String, String> settings) {
        return new ServiceProcess(service, jar, log, jvm, settings);
    }

    /** The service as it is built here. */
    static Path jar(Part service) {
        var jar = Path.of("..", service.label(), "target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new AssertionError(jar + " is not built: ./mvnw package -DskipTests");
        }
        return jar.toAbsolutePath().normalize();
    }

    /** What it is called where its database lists who is connected. */
    String name() {
        return service.label() + "-" + port;
    }

    public ServiceProcess awaitReady() {
        Awaitility.await()
                .atMost(START_LIMIT)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError(
                                service.label() + " ended while it started:\n" + Files.readString(log));
                    }
                    return isReady();
                });
        return this;
    }

    public boolean isReady() {
        try {
            return send(HttpRequest.newBuilder(uri("/q/health/ready"))).statusCode() == 200;
        } catch (IOException expected) {
            return false;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + port + service.root() + path);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(Duration.ofSeconds(40)).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks something of it, as an administrator. */
    void post(String path, String body) {
        try {
            var answer = send(HttpRequest.newBuilder(uri(path))
                    .header("Authorization", "Bearer " + Tokens.operator())
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
            if (answer.statusCode() >= 300) {
                throw new AssertionError(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@code kill -9}: at once, without a word. */
    void kill() {
        process.destroyForcibly();
        awaitEnd(Duration.ofSeconds(20));
    }

    /** Stands still in the middle of whatever it does, and does not know it (SIGSTOP). */
    void freeze() {
        Signals.freeze(process);
    }

    /** Goes on as if nothing had been (SIGCONT). */
    void thaw() {
        Signals.thaw(process);
    }

    /** Asks it to end (SIGTERM) and says how long that took; fails if it takes longer than it may. */
    Duration terminate(Duration atMost) {
        long from = System.nanoTime();
        process.destroy();
        awaitEnd(atMost);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private void awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("%s did not end within %s".formatted(service.label(), atMost));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        http.close();
    }
}
