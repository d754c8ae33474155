package org.secondperiod.system.signin;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import org.secondperiod.embedded.Ports;
import org.secondperiod.system.faults.FaultProxy;

/** Keycloak as it is distributed, in a process of its own, with the realm that districts are given. */
final class Keycloak implements AutoCloseable {

    static final String REALM = "second-period";
    static final String ADMIN = "admin";
    static final String PASSWORD = "for this test only";

    private static final Path REALM_FILE = Path.of("../deploy/identity/keycloak/second-period-realm.json");
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final int port = Ports.free();
    private final Path home = unpacked();
    private final Path log = Path.of("target/keycloak.log").toAbsolutePath();
    private final String publicUrl;
    private final Process process;

    /** Starts it and waits until it has the realm. */
    Keycloak() {
        this.publicUrl = "http://localhost:" + port;
        this.process = start();
    }

    /** As {@link #Keycloak()}; services and people find it behind this, and what it issues names that address. */
    Keycloak(FaultProxy before) {
        this.publicUrl = "http://localhost:" + before.port();
        this.process = start();
        before.leadTo(port);
    }

    private Process start() {
        try {
            forgetEarlierRuns();
            var realm = home.resolve("data/import/" + REALM_FILE.getFileName());
            Files.createDirectories(realm.getParent());
            Files.copy(REALM_FILE, realm, StandardCopyOption.REPLACE_EXISTING);
            var started = command()
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(started), "stop-keycloak"));
            await().atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(500))
                    .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                    .until(() -> hasTheRealm(started));
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessBuilder command() {
        var command = new ProcessBuilder(
                "bash",
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=localhost",
                "--http-port=" + port,
                "--hostname=" + publicUrl);
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", PASSWORD);
        return command;
    }

    private static Path unpacked() {
        try (var folders = Files.list(UNPACKED)) {
            return folders.filter(folder -> Files.exists(folder.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new AssertionError("Keycloak is not unpacked: run this with -Plong, as ./sp test --all does", e);
        }
    }

    private void forgetEarlierRuns() throws IOException {
        var data = home.resolve("data");
        if (!Files.exists(data)) {
            return;
        }
        try (var files = Files.walk(data)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private boolean hasTheRealm(Process started) throws IOException {
        if (!started.isAlive()) {
            throw new AssertionError("Keycloak ended while it started:\n" + Files.readString(log));
        }
        return Ports.answers(port) && Web.get(direct("/realms/" + REALM)).statusCode() == 200;
    }

    /** The folder with its commands. */
    Path home() {
        return home;
    }

    /** Where services and people find it, through whatever stands before it. */
    String issuer() {
        return publicUrl + "/realms/" + REALM;
    }

    /** Past whatever stands before it. */
    URI direct(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    @Override
    public void close() {
        end(process);
    }

    /** Ends the script that was started, and the JVM that it started. */
    private static void end(Process started) {
        started.descendants().toList().forEach(ProcessHandle::destroyForcibly);
        started.destroyForcibly();
    }
}
