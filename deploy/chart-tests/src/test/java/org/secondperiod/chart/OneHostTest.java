package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one host is given is what the services need, and the same that a cluster is given. */
class OneHostTest {

    private static final String FOLDER = "deploy/one-host";

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
        if (!text.contains("User=postgres")) {
            assertThat(text)
                    .contains(
                            "NoNewPrivileges=yes",
                            "ProtectSystem=strict",
                            "ProtectHome=yes",
                            "CapabilityBoundingSet=\n");
        }
        assertThat(text.substring(text.indexOf("[Service]"))).doesNotContain("StartLimit");
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
        assertThat(nginx).contains("location /q { return 404; }");
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
