package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a district has nodes of its own for this, everything of it runs there and gives way to nobody. */
class SchedulingTest {

    private final List<Manifest> manifests = Manifest.of(Chart.render(
            District.named("maple-hollow"),
            Map.<String, Object>of(
                    "scheduling.priorityClassName", "school-morning",
                    "scheduling.nodeSelector.pool", "mornings",
                    "scheduling.tolerations[0].key", "mornings",
                    "scheduling.tolerations[0].operator", "Exists")));

    @Test
    void servicesAndJobsDo() {
        List<Manifest> pods = manifests.stream().filter(Manifest::hasPods).toList();

        assertThat(pods).hasSize(9).allSatisfy(manifest -> {
            JsonNode pod = manifest.podTemplate().path("spec");
            assertThat(pod.path("priorityClassName").asText()).isEqualTo("school-morning");
            assertThat(pod.at("/nodeSelector/pool").asText()).isEqualTo("mornings");
            assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("mornings");
        });
    }

    @Test
    void theDatabaseDoes() {
        JsonNode spec = one("Cluster").path("spec");

        assertThat(spec.path("priorityClassName").asText()).isEqualTo("school-morning");
        assertThat(spec.at("/affinity/nodeSelector/pool").asText()).isEqualTo("mornings");
        assertThat(spec.at("/affinity/tolerations/0/key").asText()).isEqualTo("mornings");
    }

    /** Strimzi's templates of pods know no node selector. */
    @Test
    void brokersAndWhatMakesTheirTopicsDo() {
        assertThat(List.of(
                        one("KafkaNodePool").at("/spec/template/pod"),
                        one("Kafka").at("/spec/entityOperator/template/pod")))
                .allSatisfy(pod -> {
                    assertThat(pod.path("priorityClassName").asText()).isEqualTo("school-morning");
                    assertThat(pod.at("/tolerations/0/key").asText()).isEqualTo("mornings");
                    assertThat(pod.at("/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution")
                                    .at("/nodeSelectorTerms/0/matchExpressions/0")
                                    .toString())
                            .isEqualTo("{\"key\":\"pool\",\"operator\":\"In\",\"values\":[\"mornings\"]}");
                });
    }

    @Test
    void allOfItIsWhatOperatorsKnow() {
        assertThat(manifests.stream()
                        .filter(Manifest::hasPodsOfAnOperator)
                        .flatMap(manifest -> CustomResources.faults(manifest).stream()))
                .isEmpty();
    }

    private JsonNode one(String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.is(kind))
                .findFirst()
                .orElseThrow()
                .json();
    }
}
