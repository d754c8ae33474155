package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that the cluster does not know is ignored by it, and so is what somebody meant by it: here it is an error. */
class StrictParsingTest {

    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("v1 ConfigMap", ConfigMap.class),
            Map.entry("v1 Service", Service.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 Job", Job.class),
            Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class),
            Map.entry("monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class));

    static List<District> districts() {
        return District.all();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void everyDocumentIsWhatItsTypeSays(District district) {
        for (Manifest manifest : district.manifests()) {
            String type = manifest.apiVersion() + " " + manifest.kind();
            if (CustomResources.KINDS.contains(type)) {
                assertThat(CustomResources.faults(manifest))
                        .describedAs(manifest.toString())
                        .isEmpty();
            } else {
                assertThat(TYPES).containsKey(type);
                assertThat(Yaml.as(manifest.json(), TYPES.get(type)))
                        .describedAs(manifest.toString())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("districts")
    void nothingHasTheNameOfAnotherOfItsKind(District district) {
        assertThat(district.manifests()).map(Manifest::toString).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void itsNamespaceAsksForTheRestrictedStandard(District district) {
        Namespace namespace =
                Yaml.as(Yaml.one(Project.read(district.folder().resolve("namespace.yaml"))), Namespace.class);

        assertThat(namespace.getMetadata().getName()).isEqualTo(district.id());
        assertThat(namespace.getMetadata().getLabels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
    }

    @Test
    void theExamplesHaveAllKindsThatThereAre() {
        Set<String> rendered = District.all().stream()
                .flatMap(district -> district.manifests().stream())
                .map(manifest -> manifest.apiVersion() + " " + manifest.kind())
                .collect(Collectors.toSet());

        assertThat(rendered).containsAll(TYPES.keySet()).containsAll(CustomResources.KINDS);
    }

    @Test
    void aFieldThatTheTypeDoesNotHaveIsAnError() {
        Manifest deployment = District.named("maple-hollow").manifests().stream()
                .filter(manifest -> manifest.is("Deployment"))
                .findFirst()
                .orElseThrow();
        ((ObjectNode) deployment.json().at("/spec/template/spec")).put("automountServiceAccountTokens", false);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Yaml.as(deployment.json(), Deployment.class))
                .withMessageContaining("automountServiceAccountTokens");
    }

    /** In each kind of an operator a field gets another letter, or another kind of value, where one is easily missed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Kafka           | /spec/kafka                            | listener
        Kafka           | /spec/kafka                            | template
        Kafka           | /spec/kafka/config                     | min.insync.replica
        Kafka           | /spec/kafka/metricsConfig              | valuesFrom
        KafkaNodePool   | /spec/template/pod                     | nodeSelector
        KafkaNodePool   | /spec/template/pod/securityContext     | runAsNonroot
        KafkaNodePool   | /spec/storage/volumes/0                | deleteClaims
        KafkaTopic      | /spec/config                           | retention.m
        KafkaUser       | /spec/authorization/acls/0             | operation
        Cluster         | /spec/bootstrap/initdb                 | dataChecksum
        Cluster         | /spec/managed/roles/0                  | bypassRLS
        Cluster         | /spec/affinity                         | toleration
        Database        | /spec                                  | reclaimPolicy
        ScheduledBackup | /spec                                  | plugin
        ObjectStore     | /spec                                  | retention
        ExternalSecret  | /spec/target                           | deletePolicy
        """)
    void aFieldThatAnOperatorDoesNotKnowIsAnError(String kind, String where, String field) {
        Manifest manifest = oneOf(kind);
        ((ObjectNode) manifest.json().at(where)).put(field, "meant for something");

        assertThat(CustomResources.faults(manifest)).anyMatch(fault -> fault.contains(field));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        KafkaNodePool   | /spec/storage/volumes/0 | deleteClaim    | no
        KafkaTopic      | /spec/config            | cleanup.policy | compacted
        Cluster         | /spec/affinity          | podAntiAffinityType | requires
        Database        | /spec                   | databaseReclaimPolicy | keep
        ScheduledBackup | /spec                   | schedule       | 30 2 * * *
        """)
    void aValueThatAnOperatorDoesNotKnowIsAnError(String kind, String where, String field, String value) {
        Manifest manifest = oneOf(kind);
        assertThat(manifest.json().at(where).has(field)).isTrue();
        ((ObjectNode) manifest.json().at(where)).put(field, value);

        assertThat(CustomResources.faults(manifest)).isNotEmpty();
    }

    private static Manifest oneOf(String kind) {
        return District.named("new-york-city").manifests().stream()
                .filter(manifest -> manifest.is(kind))
                .findFirst()
                .orElseThrow();
    }
}
