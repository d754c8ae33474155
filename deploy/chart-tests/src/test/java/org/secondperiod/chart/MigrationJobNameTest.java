package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pod of a job cannot be changed: what would change it must give it another name, or no upgrade goes through. */
class MigrationJobNameTest {

    private static final District DISTRICT = District.named("maple-hollow");

    @ParameterizedTest
    @CsvSource({
        "images.tag, 0.2.0",
        "images.pullPolicy, Always",
        "images.pullSecrets[0], registry",
        "identity.caConfigMap, provider",
        "district.phoneRegion, CA",
        "secrets.databasePrefix, postgres-",
        "scheduling.priorityClassName, mornings",
        "scheduling.nodeSelector.pool, mornings",
        "services.outreach-service.resources.limits.memory, 1Gi",
        "services.outreach-service.resources.requests.cpu, 300m",
        "database.cluster.name, database-2"
    })
    void whatChangesItsPodChangesItsName(String key, String value) {
        Map<String, JsonNode> before = jobs(Map.of());
        Map<String, JsonNode> after = jobs(Map.of(key, value));

        assertThat(after.keySet()).isNotEqualTo(before.keySet());
        assertThat(after)
                .allSatisfy((name, pod) -> assertThat(pod).isEqualTo(before.getOrDefault(name, pod)))
                .hasSameSizeAs(before);
    }

    @Test
    void whatIsNoneOfItsBusinessDoesNot() {
        assertThat(jobs(Map.of("services.outreach-service.replicas", "3", "monitoring.enabled", "false"))
                        .keySet())
                .isEqualTo(jobs(Map.of()).keySet())
                .hasSize(4);
    }

    private static Map<String, JsonNode> jobs(Map<String, Object> values) {
        List<Manifest> manifests = Manifest.of(Chart.render(DISTRICT, values));
        Map<String, JsonNode> jobs = new TreeMap<>();
        manifests.stream()
                .filter(manifest -> manifest.is("Job"))
                .forEach(job -> jobs.put(job.name(), job.podTemplate()));
        return jobs;
    }
}
