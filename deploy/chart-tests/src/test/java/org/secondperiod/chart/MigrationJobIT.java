package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.embedded.LocalPostgres;

/**
 * The packaged services, with the very environment and settings that the chart gives them, on a PostgreSQL with the very roles: a job
 * migrates as an owner who is no superuser, and ends; the container that waits fails before it and passes after it.
 */
class MigrationJobIT {

    private static final List<Manifest> MANIFESTS =
            District.named("maple-hollow").manifests();

    private static LocalPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void rolesAndDatabasesAsTheChartHasThem() throws SQLException {
        postgres = LocalPostgres.temporary();
        for (Manifest manifest : MANIFESTS) {
            if (manifest.is("Cluster")) {
                for (JsonNode role : manifest.json().at("/spec/managed/roles")) {
                    asSuperuser("postgres", statement(role));
                }
            }
        }
        for (Manifest manifest : MANIFESTS) {
            if (manifest.is("Database")) {
                asSuperuser(
                        "postgres",
                        "CREATE DATABASE %s OWNER %s"
                                .formatted(
                                        manifest.json().at("/spec/name").asText(),
                                        manifest.json().at("/spec/owner").asText()));
            }
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"attendance-ingest", "building-entry", "outreach-service", "reporting-service"})
    void itMigratesAsTheOwnerAndWhoWaitsPassesAfterwards(String service) throws Exception {
        JsonNode job = container("Job", service + "-migrate", "containers");
        JsonNode waits = container("Deployment", service, "initContainers");

        Ended before = run(service, waits);
        Ended migrated = run(service, job);
        Ended after = run(service, waits);

        assertThat(before.code()).describedAs(before.log()).isNotZero();
        assertThat(migrated.code()).describedAs(migrated.log()).isZero();
        assertThat(migrated.log()).doesNotContain("Listening on");
        assertThat(after.code()).describedAs(after.log()).isZero();

        String database = Yaml.one(Chart.file("files/services.yaml"))
                .path(service)
                .path("database")
                .asText();
        assertThat(owners(database))
                .isSubsetOf(database + "_owner", database + "_system")
                .contains(database + "_owner");
    }

    private static String statement(JsonNode role) {
        List<String> memberOf = new ArrayList<>();
        role.path("inRoles").forEach(other -> memberOf.add(other.asText()));
        return "CREATE ROLE " + role.path("name").asText()
                + (role.path("login").asBoolean() ? " LOGIN" : " NOLOGIN")
                + (role.path("inherit").asBoolean(true) ? " INHERIT" : " NOINHERIT")
                + (role.path("bypassrls").asBoolean() ? " BYPASSRLS" : "")
                + (memberOf.isEmpty() ? "" : " IN ROLE " + String.join(", ", memberOf));
    }

    private static JsonNode container(String kind, String name, String which) {
        return MANIFESTS.stream()
                .filter(manifest -> manifest.is(kind)
                        && (manifest.name().equals(name) || manifest.name().matches(name + "-[0-9a-f]{8}")))
                .findFirst()
                .orElseThrow()
                .podTemplate()
                .path("spec")
                .path(which)
                .get(0);
    }

    private record Ended(int code, String log) {}

    /** Runs it as the image would. */
    private Ended run(String service, JsonNode container) throws IOException, InterruptedException {
        Path config = Files.createDirectories(folder.resolve("config"));
        Files.writeString(config.resolve("application.properties"), settings(service));
        Path log = folder.resolve("log.txt");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Project.path(service + "/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> variables = new TreeMap<>();
        container
                .path("env")
                .forEach(variable -> variables.put(
                        variable.path("name").asText(), variable.path("value").asText("not asked for here")));
        java.environment().putAll(variables);
        Process process = java.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** As the chart says them, but for where PostgreSQL is, which speaks no TLS here. */
    private static String settings(String service) {
        return MANIFESTS.stream()
                .filter(manifest -> manifest.is("ConfigMap") && manifest.name().equals(service))
                .findFirst()
                .orElseThrow()
                .json()
                .at("/data/application.properties")
                .asText()
                .replace("//database-rw:5432/", "//localhost:" + postgres.port() + "/")
                .replaceAll("\\?sslmode=\\S+", "");
    }

    private static List<String> owners(String database) throws SQLException {
        try (Connection connection = connection(database);
                var query = connection.createStatement();
                var rows =
                        query.executeQuery("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")) {
            List<String> owners = new ArrayList<>();
            while (rows.next()) {
                owners.add(rows.getString(1));
            }
            return owners;
        }
    }

    private static void asSuperuser(String database, String statement) throws SQLException {
        try (Connection connection = connection(database);
                var executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private static Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(database), LocalPostgres.USER, LocalPostgres.PASSWORD);
    }
}
