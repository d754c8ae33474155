package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What one host is given is what the services need, and the same that a cluster is given. */
class OneHostTest {

    private static final String FOLDER = "deploy/one-host";

    private static final Pattern LOCATION =
            Pattern.compile("(?m)^ +location (= )?(\\S+) \\{ (?:return|proxy_pass) ([^;]+); }$");
    private static final Pattern MOST = Pattern.compile("(?m)^quarkus\\.http\\.limits\\.max-body-size=(.+)$");

    @TempDir
    private Path folder;

    private final JsonNode facts = Yaml.one(Chart.file("files/services.yaml"));

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Project.path(FOLDER + "/bin"))) {
            return files.sorted().toList();
        }
    }

    static List<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(Project.path(FOLDER + "/systemd"))) {
            return files.filter(file -> file.toString().endsWith(".service"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aScriptIsOneAndStopsWhereItFails(Path script) throws Exception {
        Process bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();

        assertThat(bash.waitFor()).isZero();
        assertThat(script).isExecutable();
        assertThat(Project.read(script)).startsWith("#!/usr/bin/env bash\n").contains("\nset -euo pipefail\n");
    }

    @ParameterizedTest
    @MethodSource("units")
    void whatRunsIsNotRootAndWritesNowhere(Path unit) {
        String text = Project.read(unit);

        assertThat(text).containsPattern("(?m)^User=(second-period|second-period-kafka|postgres)$");
        // A mail program changes its user.
        if (!text.contains("User=postgres") && !unit.endsWith("second-period-on-failure@.service")) {
            assertThat(text)
                    .contains(
                            "NoNewPrivileges=yes",
                            "ProtectSystem=strict",
                            "ProtectHome=yes",
                            "CapabilityBoundingSet=\n");
        }
        assertThat(text.substring(text.indexOf("[Service]"))).doesNotContain("StartLimit");
    }

    /** On both sides of a change of the clocks, and on a weekend. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-30T06:59, 0",
        "2026-10-30T07:00, 1",
        "2026-11-02T07:00, 1",
        "2026-11-02T08:45, 1",
        "2026-11-02T10:59, 1",
        "2026-11-02T11:00, 0",
        "2026-11-02T06:59, 0",
        "2026-11-07T08:45, 0",
        "2026-11-08T08:45, 0"
    })
    void nothingIsChangedWhileFamiliesAreCalled(LocalDateTime inTheDistrict, int code) throws Exception {
        Ended window = window(Project.path(FOLDER + "/district.env"), inTheDistrict);

        assertThat(window.code()).describedAs(window.said()).isEqualTo(code);
        assertThat(window.said().contains("families are being called")).isEqualTo(code == 1);
    }

    @Test
    void aDistrictMayHaveAnotherWindowOrNone() throws Exception {
        String usual = Project.read(FOLDER + "/district.env");
        LocalDateTime morning = LocalDateTime.parse("2026-11-02T08:45");
        Path later = Files.writeString(folder.resolve("later"), usual.replace("07:00-11:00", "09:00-12:30"));
        Path none = Files.writeString(folder.resolve("none"), usual.replace("07:00-11:00", ""));
        Path mistyped = Files.writeString(folder.resolve("mistyped"), usual.replace("07:00-11:00", "7-11"));

        assertThat(window(later, morning).code()).isZero();
        assertThat(window(later, morning.plusHours(3)).code()).isEqualTo(1);
        assertThat(window(none, morning).code()).isZero();
        assertThat(window(mistyped, morning).code()).isEqualTo(3);
        assertThat(window(mistyped, morning).said()).contains("7-11");
    }

    @Test
    void theWindowIsTheSameAsInACluster() {
        JsonNode window = Yaml.one(Chart.file("values.yaml")).path("changeWindow");

        assertThat(Project.read(FOLDER + "/district.env"))
                .contains("CHANGE_WINDOW=%s-%s\n"
                        .formatted(
                                window.path("from").asText(), window.path("to").asText()));
    }

    /** Whoever upgrades or goes back asks before anything else is done. */
    @Test
    void anUpgradeAsksTheWindowFirst() {
        String upgrade = Project.read(FOLDER + "/bin/second-period-upgrade");

        assertThat(upgrade).contains("second-period-change-window");
        assertThat(upgrade.substring(0, upgrade.indexOf("second-period-change-window")))
                .doesNotContain("tar ", "systemctl", "ln -s", "runuser");
    }

    /** A unit that is required and fails ends what requires it for good, whatever Restart says. */
    @Test
    void aServiceIsTriedForAsLongAsItTakesAndNeverHasTheOwnersPassword() {
        String service = Project.read(FOLDER + "/systemd/second-period@.service");
        String migrates = Project.read(FOLDER + "/systemd/second-period-migrate@.service");

        assertThat(service)
                .contains(
                        "Restart=always\n",
                        "StartLimitIntervalSec=0\n",
                        "ExecStartPre=+/usr/bin/systemctl start second-period-migrate@%i.service\n")
                .doesNotContain("Requires=", "BindsTo=", "-owner.env");
        assertThat(migrates)
                .contains("EnvironmentFile=/etc/second-period/secrets/%i-owner.env\n", "StartLimitIntervalSec=0\n")
                .doesNotContain("Requires=");
    }

    /** What an EnvironmentFile says wins over Environment: district.env says that services do not migrate. */
    @Test
    void whoMigratesIsToldSoWhereNoFileSaysOtherwise() {
        assertThat(Project.read(FOLDER + "/district.env")).contains("QUARKUS_FLYWAY_MIGRATE_AT_START=false\n");
        assertThat(Project.read(FOLDER + "/systemd/second-period-migrate@.service"))
                .containsPattern("(?m)^ExecStart=/usr/bin/env .*QUARKUS_FLYWAY_MIGRATE_AT_START=true .*/usr/bin/java ")
                .doesNotContainPattern("(?m)^Environment=");
    }

    @Test
    void whatFailsAtNightIsToldToSomebody() {
        assertThat(List.of("backup", "check")).allSatisfy(unit -> {
            assertThat(Project.read(FOLDER + "/systemd/second-period-" + unit + ".service"))
                    .contains("\nOnFailure=second-period-on-failure@%n.service\n");
            assertThat(Project.read(FOLDER + "/systemd/second-period-" + unit + ".timer"))
                    .contains("Persistent=true\n");
            assertThat(Project.read("docs/one-host.md")).contains("second-period-" + unit + ".timer");
        });
    }

    @Test
    void healthIsAskedWhereServicesAnswer() {
        String asks = Project.read(FOLDER + "/bin/second-period-healthy");

        facts.properties()
                .forEach(fact -> assertThat(asks)
                        .contains("[%s]=%s%s"
                                .formatted(
                                        fact.getKey(),
                                        fact.getValue().path("port").asText(),
                                        fact.getValue().path("root").asText())));
    }

    @Test
    void whatARestoreCanBeToldIsWritten() {
        String runbook = Project.read("docs/runbooks/backup-and-restore.md");
        Set<String> options = Pattern.compile("(?m)^    (--[a-z-]+)\\)")
                .matcher(Project.read(FOLDER + "/bin/second-period-restore"))
                .results()
                .map(option -> option.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(options).hasSize(4).allSatisfy(option -> assertThat(runbook).contains("`" + option));
    }

    /** Debian's own site is the default of port 80 already. */
    @Test
    void theFrontDoorStandsBesideDebiansOwnAndLetsCertificatesBeProved() {
        assertThat(Project.read(FOLDER + "/nginx.conf").replaceAll("(?m)^#.*$", ""))
                .doesNotContain("default_server")
                .contains("location /.well-known/acme-challenge/ { root /var/www/html; }");
    }

    private record Ended(int code, String said) {}

    private static Ended window(Path settings, LocalDateTime inTheDistrict) throws Exception {
        long now = inTheDistrict.atZone(ZoneId.of("America/Chicago")).toEpochSecond();
        ProcessBuilder asks = new ProcessBuilder(
                        Project.path(FOLDER + "/bin/second-period-change-window")
                                .toString(),
                        settings.toString())
                .redirectErrorStream(true);
        asks.environment().put("SECOND_PERIOD_NOW", String.valueOf(now));
        Process process = asks.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Test
    void theTargetHasAllServices() {
        String target = Project.read(FOLDER + "/systemd/second-period.target");

        assertThat(Project.SERVICES)
                .allSatisfy(service -> assertThat(target).contains("second-period@" + service + ".service"));
        assertThat(Project.SERVICES)
                .allSatisfy(service -> assertThat(Project.path(FOLDER + "/services/" + service + ".env"))
                        .exists());
    }

    @Test
    void theFrontDoorRoutesAsTheClusterDoes() {
        String nginx = Project.read(FOLDER + "/nginx.conf");

        facts.properties().forEach(fact -> {
            String root = fact.getValue().path("root").asText();
            String port = fact.getValue().path("port").asText();
            assertThat(nginx)
                    .contains("location " + (root.isEmpty() ? "" : root + "/v1") + "/ { proxy_pass http://localhost:"
                            + port + "; }");
        });
    }

    /** Health, metrics and documents are nobody's outside; the desk's pages are, also where their names begin alike. */
    @ParameterizedTest
    @CsvSource({
        "/, http://localhost:8080",
        "/quarantine, http://localhost:8080",
        "/calls/q, http://localhost:8080",
        "/api/ingest/v1/rosters, http://localhost:8080",
        "/q, 404",
        "/q/, 404",
        "/q/health/ready, 404",
        "/q/metrics, 404"
    })
    void aPageOfTheDeskIsReachedByItsAddress(String path, String answers) {
        Map<String, String> exact = new TreeMap<>();
        Map<String, String> prefixes = new TreeMap<>();
        LOCATION.matcher(desk())
                .results()
                .forEach(location ->
                        (location.group(1) == null ? prefixes : exact).put(location.group(2), location.group(3)));

        String longest = prefixes.keySet().stream()
                .filter(path::startsWith)
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
        assertThat(exact.getOrDefault(path, prefixes.get(longest))).isEqualTo(answers);
    }

    /** The largest bodies are let through by whoever stands before the service that says what it takes. */
    @Test
    void whatTheServicesTakeIsLetThroughEverywhere() {
        String most = MOST.matcher(Project.read("attendance-ingest/src/main/resources/application.properties"))
                .results()
                .map(limit -> limit.group(1))
                .collect(Collectors.joining());

        assertThat(most).isEqualTo("300M");
        assertThat(Project.read("desk/src/main/resources/application.properties"))
                .contains("\nquarkus.http.limits.max-body-size=" + most + "\n");
        assertThat(List.of(server("attendance-api.district.example.org"), desk()))
                .allSatisfy(server -> assertThat(server)
                        .contains(
                                "client_max_body_size " + most.toLowerCase(Locale.ROOT) + ";",
                                "proxy_request_buffering off;"));
    }

    @Test
    void theDesksSessionFitsIntoWhatIsReadOfAnAnswersHead() {
        assertThat(desk()).contains("proxy_buffer_size 16k;", "proxy_buffers 8 16k;");
        assertThat(Project.read("deploy/districts/maple-hollow/values.yaml"))
                .contains("nginx.ingress.kubernetes.io/proxy-buffer-size: 16k\n");
    }

    private static String desk() {
        return server("attendance.district.example.org");
    }

    /** What nginx is told of this name, and over TLS. */
    private static String server(String name) {
        return Pattern.compile("(?m)^server \\{$")
                .splitAsStream(Project.read(FOLDER + "/nginx.conf"))
                .filter(server -> server.contains("listen 443 ssl;") && server.contains("server_name " + name + ";"))
                .collect(Collectors.joining());
    }

    @Test
    void rolesAreThoseOfTheCluster() {
        Set<String> ofTheHost = Pattern.compile("CREATE ROLE (\\w+) (NOLOGIN|LOGIN)")
                .matcher(Project.read(FOLDER + "/roles.sql"))
                .results()
                .map(role -> role.group(1) + (role.group(2).equals("LOGIN") ? " signs in" : ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ofTheCluster = new TreeSet<>();
        District.named("maple-hollow").manifests().stream()
                .filter(manifest -> manifest.apiVersion().equals("postgresql.cnpg.io/v1") && manifest.is("Cluster"))
                .forEach(cluster -> cluster.json()
                        .at("/spec/managed/roles")
                        .forEach(role -> ofTheCluster.add(
                                role.path("name").asText() + (role.path("login").asBoolean() ? " signs in" : ""))));

        assertThat(ofTheHost).hasSize(12).isEqualTo(ofTheCluster);
    }

    /** A row that is refused must not lie in the log of PostgreSQL, wherever that runs. */
    @Test
    void postgresWritesNoRowsIntoItsLogAnywhere() {
        String host = Project.read(FOLDER + "/postgresql.conf")
                .replaceAll(" = ", ": ")
                .replace("'", "");
        String cluster = Project.read("deploy/helm/second-period/templates/database.yaml")
                .replace("\"", "");

        for (String setting : List.of(
                "log_error_verbosity: terse",
                "log_min_error_statement: panic",
                "log_parameter_max_length: 0",
                "log_parameter_max_length_on_error: 0",
                "log_statement: none")) {
            assertThat(host).contains(setting);
            assertThat(cluster).contains(setting);
        }
    }

    @Test
    void whatTheBrokerAcknowledgesIsOnTheDisk() {
        assertThat(Project.read(FOLDER + "/kafka.properties"))
                .contains("log.flush.interval.messages=1\n", "auto.create.topics.enable=false\n")
                .contains("listeners=PLAINTEXT://localhost:9092,CONTROLLER://localhost:9094\n");
    }

    @Test
    void noSecretIsAmongWhatIsGivenOut() throws IOException {
        try (Stream<Path> files = Files.walk(Project.path(FOLDER))) {
            assertThat(files.filter(file -> file.toString().endsWith(".env")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(Project.read(file)).doesNotContainPattern("(?m)(PASSWORD|SECRET|KEY)=\\S"));
        }
    }
}
