package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who deletes the release, or has the chart no longer make a database or brokers, loses nothing that only they held. */
class KeptTest {

    private static final String POLICY = "helm.sh/resource-policy";

    /** With these data goes, or what is kept works no longer. */
    private static final Set<String> KINDS =
            Set.of("Cluster", "ObjectStore", "ScheduledBackup", "Kafka", "KafkaNodePool", "KafkaTopic");

    static List<District> districts() {
        return District.all();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void whatHoldsDataIsKept(District district) {
        assertThat(district.manifests().stream().filter(manifest -> KINDS.contains(manifest.kind())))
                .allSatisfy(manifest -> assertThat(manifest.annotations())
                        .describedAs(manifest.toString())
                        .containsEntry(POLICY, "keep"));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void nothingElseIsButWhatThatNeeds(District district) {
        assertThat(district.manifests().stream()
                        .filter(manifest -> manifest.annotations().containsKey(POLICY))
                        .filter(manifest -> !KINDS.contains(manifest.kind())))
                .allMatch(manifest -> manifest.toString().equals("ConfigMap broker-metrics")
                        || manifest.is("ExternalSecret") && manifest.name().matches("database-.*|backup-store"));
    }

    /** Secrets that a store fills go with their ExternalSecret. */
    @Test
    void passwordsOfADatabaseThatIsKeptAreToo() {
        assertThat(District.named("new-york-city").manifests().stream()
                        .filter(manifest ->
                                manifest.is("ExternalSecret") && manifest.name().matches("database-.*|backup-store")))
                .hasSize(9)
                .allSatisfy(manifest -> assertThat(manifest.annotations()).containsEntry(POLICY, "keep"));
    }

    @Test
    void disksAndDatabasesOutliveTheirResources() {
        assertThat(District.named("maple-hollow").manifests())
                .filteredOn(manifest -> manifest.is("KafkaNodePool"))
                .singleElement()
                .satisfies(pool -> assertThat(pool.json()
                                .at("/spec/storage/volumes/0/deleteClaim")
                                .asText())
                        .isEqualTo("false"));
        assertThat(District.named("maple-hollow").manifests())
                .filteredOn(manifest -> manifest.is("Database"))
                .hasSize(4)
                .allSatisfy(database -> assertThat(database.json()
                                .at("/spec/databaseReclaimPolicy")
                                .asText())
                        .isEqualTo("retain"));
    }

    @Test
    void withoutCollectorsBrokersNeedNoSettingsForThem() {
        assertThat(Manifest.of(Chart.render(
                        District.named("maple-hollow"), Map.<String, Object>of("monitoring.enabled", "false"))))
                .noneMatch(manifest -> manifest.toString().equals("ConfigMap broker-metrics"))
                .filteredOn(manifest -> manifest.is("Kafka"))
                .noneMatch(manifest -> manifest.json().at("/spec/kafka").has("metricsConfig"));
    }
}
