package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database is made of the backups of another, by values of the chart: docs/runbooks/backup-and-restore.md. */
class RecoveryTest {

    private static final District DISTRICT = District.named("maple-hollow");
    private static final Map<String, Object> VALUES = Map.of(
            "database.cluster.name", "database-2",
            "database.recovery.from", "database",
            "database.recovery.until", "2026-11-30T08:15:00-06:00");

    private final List<Manifest> manifests = Manifest.of(Chart.render(DISTRICT, VALUES));

    @Test
    void itIsMadeOfTheBackupsUntilTheMoment() {
        JsonNode spec = one("Cluster database-2").path("spec");

        assertThat(spec.path("bootstrap").toString())
                .isEqualTo("{\"recovery\":{\"source\":\"before\",\"database\":\"district\",\"owner\":\"district\","
                        + "\"recoveryTarget\":{\"targetTime\":\"2026-11-30T08:15:00-06:00\"}}}");
        assertThat(spec.at("/externalClusters/0/name").asText()).isEqualTo("before");
        assertThat(spec.at("/externalClusters/0/plugin").toString())
                .isEqualTo("{\"name\":\"barman-cloud.cloudnative-pg.io\",\"parameters\":{\"barmanObjectName\":"
                        + "\"backups\",\"serverName\":\"database\"}}");
        // Its own go to the folder of its own name.
        assertThat(spec.at("/plugins/0/parameters").toString()).isEqualTo("{\"barmanObjectName\":\"backups\"}");
    }

    /** Roles, policies, alerts and monitors are those of any database of the chart. */
    @Test
    void everythingElseIsAsItWas() {
        assertThat(one("Cluster database-2").at("/spec/managed"))
                .isEqualTo(of(DISTRICT.manifests(), "Cluster database").at("/spec/managed"));
        assertThat(one("PodMonitor database").at("/spec/selector/matchLabels").toString())
                .isEqualTo("{\"cnpg.io/cluster\":\"database-2\"}");
        assertThat(one("ScheduledBackup database-2-nightly")
                        .at("/spec/cluster/name")
                        .asText())
                .isEqualTo("database-2");
        // A Database cannot be handed to another cluster: each has its own.
        assertThat(manifests.stream().filter(manifest -> manifest.is("Database")))
                .hasSize(4)
                .allSatisfy(database -> {
                    assertThat(database.name()).startsWith("database-2-");
                    assertThat(database.json().at("/spec/cluster/name").asText())
                            .isEqualTo("database-2");
                });
        assertThat(manifests.stream()
                        .filter(manifest ->
                                CustomResources.KINDS.contains(manifest.apiVersion() + " " + manifest.kind()))
                        .flatMap(manifest -> CustomResources.faults(manifest).stream()))
                .isEmpty();
    }

    @Test
    void servicesUseItAndTheOneBeforeIsThereForItselfOnly() {
        assertThat(manifests.stream()
                        .filter(manifest -> manifest.is("ConfigMap"))
                        .map(manifest -> manifest.json()
                                .at("/data/application.properties")
                                .asText())
                        .filter(settings -> settings.contains("jdbc:postgresql:")))
                .hasSize(4)
                .allMatch(settings -> settings.contains("//database-2-rw:5432/"));
        assertThat(manifests.stream()
                        .filter(Manifest::hasPods)
                        .map(manifest -> manifest.json().toString()))
                .noneMatch(pod -> pod.contains("\"database-ca\"},"))
                .filteredOn(pod -> pod.contains("\"secretName\":\"database-2-ca\""))
                .hasSize(8);

        JsonNode before = one("NetworkPolicy database").path("spec");
        assertThat(before.at("/podSelector/matchLabels").toString()).isEqualTo("{\"cnpg.io/cluster\":\"database\"}");
        assertThat(before.path("ingress").toString())
                .contains("cnpg-system")
                .doesNotContain("outreach-service", "uses-database");
        assertThat(one("NetworkPolicy database-2").at("/spec/ingress").toString())
                .contains("outreach-service", "uses-database");
    }

    @Test
    void backupsMayLieElsewhere() {
        List<Manifest> elsewhere = Manifest.of(Chart.render(
                DISTRICT,
                Map.<String, Object>of(
                        "database.recovery.from", "database",
                        "database.recovery.store.destination", "s3://copies/second-period",
                        "database.recovery.store.credentialsSecret", "copies",
                        "database.recovery.store.cidrs[0]", "10.30.0.9/32")));

        assertThat(of(elsewhere, "ObjectStore recovery").at("/spec/configuration"))
                .hasToString("{\"destinationPath\":\"s3://copies/second-period\",\"s3Credentials\":{\"accessKeyId\":"
                        + "{\"name\":\"copies\",\"key\":\"access-key-id\"},\"secretAccessKey\":{\"name\":\"copies\","
                        + "\"key\":\"secret-access-key\"}}}");
        assertThat(of(elsewhere, "Cluster database")
                        .at("/spec/externalClusters/0/plugin/parameters/barmanObjectName")
                        .asText())
                .isEqualTo("recovery");
        assertThat(of(elsewhere, "NetworkPolicy database").at("/spec/egress").toString())
                .contains("10.30.0.9/32");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        database.recovery.from | database | database.recovery.until | 2026-11-30T08:15:00Z | under another name
        database.recovery.until | 2026-11-30T08:15:00Z | database.cluster.name | database-2 | database/recovery
        database.recovery.from | database | database.recovery.until | yesterday | database/recovery/until
        database.recovery.from | database | database.recovery.until | 2026-11-30T08:15:00 | database/recovery/until
        database.recovery.from | old | database.cluster.backup.enabled | false | database.recovery.store.destination
        database.recovery.from | old | database.recovery.store.destination | s3://copies/x | database.recovery.store.cidrs
        """)
    void whatCannotBeRightIsRefused(String key, String value, String otherKey, String otherValue, String said) {
        assertThatThrownBy(() -> Chart.render(DISTRICT, Map.<String, Object>of(key, value, otherKey, otherValue)))
                .satisfies(refusal ->
                        assertThat(refusal.getMessage().replace('.', '/')).contains(said.replace('.', '/')));
    }

    private JsonNode one(String manifest) {
        return of(manifests, manifest);
    }

    private static JsonNode of(List<Manifest> manifests, String name) {
        Stream<Manifest> found =
                manifests.stream().filter(manifest -> manifest.toString().equals(name));
        return found.findFirst().orElseThrow().json();
    }
}
