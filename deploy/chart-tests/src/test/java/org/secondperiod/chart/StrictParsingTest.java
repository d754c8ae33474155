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

    /** Whose types no artifact of ours has: docs/deploy.md says how they are looked at. */
    private static final Set<String> OF_OTHERS = Set.of(
            "kafka.strimzi.io/v1 Kafka",
            "kafka.strimzi.io/v1 KafkaNodePool",
            "kafka.strimzi.io/v1 KafkaTopic",
            "kafka.strimzi.io/v1 KafkaUser",
            "postgresql.cnpg.io/v1 Cluster",
            "postgresql.cnpg.io/v1 Database",
            "postgresql.cnpg.io/v1 ScheduledBackup",
            "barmancloud.cnpg.io/v1 ObjectStore",
            "external-secrets.io/v1 ExternalSecret");

    static List<District> districts() {
        return District.all();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void everyDocumentIsWhatItsTypeSays(District district) {
        for (Manifest manifest : district.manifests()) {
            String type = manifest.apiVersion() + " " + manifest.kind();
            if (!OF_OTHERS.contains(type)) {
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

        assertThat(rendered).containsAll(TYPES.keySet()).containsAll(OF_OTHERS);
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
}
