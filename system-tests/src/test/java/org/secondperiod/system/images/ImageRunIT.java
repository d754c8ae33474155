package org.secondperiod.system.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.faults.Tokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each service as its image runs it, without an image: the files that its Dockerfile copies, root's and only read, started by the
 * Dockerfile's command as the Dockerfile's user, who is in no group and may write to nothing but a folder of temporary files. Its settings
 * lie where the chart mounts them.
 */
class ImageRunIT {

    private static final Logger LOG = LoggerFactory.getLogger(ImageRunIT.class);
    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");
    private static final Duration START_LIMIT = Duration.ofSeconds(180);

    /** A service that was started. */
    private record Running(Process process, int port, Path log, String user) {}

    @TempDir
    private static Path folder;

    private static final Map<Part, Running> RUNNING = new EnumMap<>(Part.class);
    private static final Deque<AutoCloseable> TO_END = new ArrayDeque<>();

    @BeforeAll
    static void startAll() throws Exception {
        var user = said(Part.OUTREACH, "USER").getFirst();
        var mayBeAnybody = mayRunJavaAs(user);
        if (!mayBeAnybody) {
            LOG.warn("Skipped: whoever starts something as {} is root, has setpriv and a JDK that all may read", user);
        }
        assumeTrue(mayBeAnybody, "root, setpriv, and a JDK that everybody may read");

        var postgres = LocalPostgres.temporary();
        TO_END.push(postgres);
        var kafka = LocalKafka.temporary();
        TO_END.push(kafka);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        for (var service : Part.services()) {
            var running = start(service, settings(service, postgres, kafka));
            RUNNING.put(service, running);
            TO_END.push(() -> running.process().destroyForcibly().waitFor());
        }
    }

    @AfterAll
    static void endAll() throws Exception {
        for (var each : TO_END) {
            each.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.secondperiod.local.stack.Part#services")
    void itBecomesReadyAsNobodyInFilesThatAreOnlyRead(Part service) throws Exception {
        var running = RUNNING.get(service);
        var health = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + running.port() + service.root() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(20))
                .build();

        try (var http = HttpClient.newHttpClient()) {
            Awaitility.await()
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .until(() -> {
                        assertThat(running.process().isAlive())
                                .as(() -> service.label() + " ended while it started:\n" + read(running.log()))
                                .isTrue();
                        return http.send(health, BodyHandlers.discarding()).statusCode() == 200;
                    });
        }

        assertThat(read(Path.of("/proc", String.valueOf(running.process().pid()), "status")))
                .containsPattern("(?m)^Uid:(\\s+" + running.user().split(":")[0] + "){4}$")
                .containsPattern("(?m)^Gid:(\\s+" + running.user().split(":")[1] + "){4}$")
                .containsPattern("(?m)^Groups:\\s*$")
                .containsPattern("(?m)^CapEff:\\s+0+$");
    }

    /** What the Dockerfile says after this word, for each line that begins with it. */
    private static List<String> said(Part service, String word) throws IOException {
        return Files.readAllLines(CHECKOUT.resolve(service.label()).resolve("src/main/docker/Dockerfile")).stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> line.substring(word.length() + 1))
                .toList();
    }

    private static List<String> as(String user, List<String> command) {
        var all = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + user.split(":")[0],
                "--regid=" + user.split(":")[1],
                "--clear-groups",
                "--no-new-privs"));
        all.addAll(command);
        return all;
    }

    private static boolean mayRunJavaAs(String user) throws InterruptedException {
        try {
            return new ProcessBuilder(as(user, List.of(JAVA.resolve("java").toString(), "-version")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSetpriv) {
            return false;
        }
    }

    private static Running start(Part service, Properties settings) throws IOException {
        var application = folder.resolve(service.label());
        for (var copied : said(service, "COPY")) {
            copy(List.of(copied.split(" ")), application);
        }
        var config = Files.createDirectories(application.resolve("config"));
        try (var file = Files.newBufferedWriter(config.resolve("application.properties"))) {
            settings.store(file, null);
        }
        onlyRead(application);

        var user = said(service, "USER").getFirst();
        var temporary = Files.createDirectories(folder.resolve("tmp-of-" + service.label()));
        Files.setAttribute(temporary, "unix:uid", Integer.valueOf(user.split(":")[0]));

        var log = Files.createDirectories(Path.of("target", "images").toAbsolutePath())
                .resolve(service.label() + ".log");
        var command =
                List.of(new ObjectMapper().readValue(said(service, "ENTRYPOINT").getFirst(), String[].class));
        var builder = new ProcessBuilder(as(user, command))
                .directory(application.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", JAVA.toString());
        for (var variable : said(service, "ENV")) {
            builder.environment().put(variable.split("=")[0], variable.split("=")[1]);
        }
        builder.environment()
                .put(
                        "JDK_JAVA_OPTIONS",
                        "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary);
        return new Running(builder.start(), Integer.parseInt(settings.getProperty("quarkus.http.port")), log, user);
    }

    /** @param words an option, what is copied, and where to */
    private static void copy(List<String> words, Path application) throws IOException {
        var target = application.resolve(words.getLast()).normalize();
        for (var source : words.subList(1, words.size() - 1)) {
            var from = CHECKOUT.resolve(source);
            if (source.endsWith("/")) {
                try (var files = Files.walk(from)) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        copy(file, target.resolve(from.relativize(file)));
                    }
                }
            } else if (Files.isDirectory(from.getParent())) {
                try (var files = Files.newDirectoryStream(
                        from.getParent(), from.getFileName().toString())) {
                    for (var file : files) {
                        copy(file, target.resolve(file.getFileName()));
                    }
                }
            }
        }
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }

    private static void onlyRead(Path application) throws IOException {
        try (var files = Files.walk(application)) {
            for (var file : files.toList()) {
                Files.setPosixFilePermissions(
                        file, PosixFilePermissions.fromString(Files.isDirectory(file) ? "r-xr-xr-x" : "r--r--r--"));
            }
        }
    }

    private static Properties settings(Part service, LocalPostgres postgres, LocalKafka kafka) {
        var settings = new Properties();
        settings.setProperty("quarkus.http.host", "localhost");
        settings.setProperty("quarkus.http.port", String.valueOf(Ports.free()));
        if (service == Part.DESK) {
            // Nobody signs in here; where the provider does not answer, the desk begins all the same.
            settings.setProperty("quarkus.oidc.auth-server-url", "http://localhost:1");
            settings.setProperty("quarkus.oidc.credentials.secret", "a secret of a test");
            settings.setProperty("secondperiod.desk.session-key", "a key of a test that has 32 characters and more");
            return settings;
        }
        settings.setProperty(
                "quarkus.datasource.jdbc.url",
                postgres.createDatabase(service.database().orElseThrow()));
        settings.setProperty("quarkus.flyway.username", LocalPostgres.USER);
        settings.setProperty("quarkus.flyway.password", LocalPostgres.PASSWORD);
        settings.setProperty("kafka.bootstrap.servers", kafka.bootstrapServers());
        settings.setProperty("quarkus.oidc.public-key", Tokens.publicKey());
        settings.setProperty("quarkus.oidc.token.issuer", "https://issuer.test");
        settings.setProperty("secondperiod.access.first-admins", Tokens.OPERATOR);
        settings.setProperty("secondperiod.district.people-key", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
        return settings;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
