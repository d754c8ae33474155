package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every pod is restricted, limited, probed, spread and may be evicted one at a time. */
class PodPolicyTest {

    static List<District> districts() {
        return District.all();
    }

    @ParameterizedTest
    @MethodSource("districts")
    void everyPodKeepsToIt(District district) {
        List<Manifest> withPods =
                district.manifests().stream().filter(Manifest::hasPods).toList();

        assertThat(withPods).hasSize(9);
        assertThat(withPods.stream().flatMap(manifest -> PodPolicy.faults(manifest).stream()))
                .isEmpty();
    }

    /** Each rule is broken once, so that it is seen to bite. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /spec/template/spec/securityContext                          | runAsNonRoot                 | may run as root
        /spec/template/spec/securityContext                          | runAsUser                    | names no user
        /spec/template/spec/securityContext                          | seccompProfile               | has no seccomp profile
        /spec/template/spec                                          | automountServiceAccountToken | is given a token
        /spec/template/spec                                          | serviceAccountName           | has the default service account
        /spec/template/spec                                          | topologySpreadConstraints    | is not spread
        /spec/template/metadata/labels                               | app.kubernetes.io/name       | has no label
        /spec/template/spec/containers/0/securityContext             | allowPrivilegeEscalation     | may gain privileges
        /spec/template/spec/containers/0/securityContext             | readOnlyRootFilesystem       | may write to its image
        /spec/template/spec/containers/0/securityContext             | capabilities                 | has capabilities
        /spec/template/spec/containers/0                             | image                        | has no fixed image
        /spec/template/spec/containers/0/resources                   | limits                       | says nothing of resources
        /spec/template/spec/containers/0                             | livenessProbe                | has no livenessProbe
        /spec/template/spec/containers/0                             | readinessProbe               | has no readinessProbe
        /spec/template/spec/containers/0                             | lifecycle                    | ends before
        /spec/strategy                                               | rollingUpdate                | fewer replicas
        """)
    void whatIsTakenAwayIsMissed(String where, String field, String fault) {
        Manifest spoiled = deployment();
        ((ObjectNode) spoiled.json().at(where)).remove(field);

        assertThat(PodPolicy.faults(spoiled)).anyMatch(said -> said.contains(fault));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void everyPodThatAnOperatorMakesKeepsToIt(District district) {
        List<Manifest> withPods = district.manifests().stream()
                .filter(Manifest::hasPodsOfAnOperator)
                .toList();

        assertThat(withPods).hasSize(district.id().equals("birch-lake") ? 0 : 3);
        assertThat(withPods.stream().flatMap(manifest -> PodPolicy.faults(manifest).stream()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        KafkaNodePool | /spec/template/pod/securityContext                                    | runAsNonRoot             | may run as root
        KafkaNodePool | /spec/template/pod/securityContext                                    | seccompProfile           | has no seccomp profile
        KafkaNodePool | /spec/template/pod                                                    | terminationGracePeriodSeconds | is killed while
        KafkaNodePool | /spec/template/pod                                                    | topologySpreadConstraints | is not spread
        KafkaNodePool | /spec/template/kafkaContainer/securityContext                         | capabilities             | kafkaContainer has capabilities
        KafkaNodePool | /spec/template                                                        | initContainer            | initContainer may gain privileges
        KafkaNodePool | /spec/resources                                                       | limits                   | says nothing of resources
        Kafka         | /spec/entityOperator/template/pod/securityContext                     | runAsUser                | names no user
        Kafka         | /spec/entityOperator/template/userOperatorContainer/securityContext   | allowPrivilegeEscalation | may gain privileges
        Kafka         | /spec/entityOperator/topicOperator                                    | resources                | says nothing of resources
        Cluster       | /spec                                                                 | enableSuperuserAccess    | lets a superuser in
        Cluster       | /spec/affinity                                                        | podAntiAffinityType      | on one machine
        Cluster       | /spec                                                                 | imageName                | has no fixed image
        """)
    void whatIsTakenAwayFromAnOperatorsPodIsMissed(String kind, String where, String field, String fault) {
        Manifest spoiled = ofAnOperator(kind);
        ((ObjectNode) spoiled.json().at(where)).remove(field);

        assertThat(PodPolicy.faults(spoiled)).anyMatch(said -> said.contains(fault));
    }

    /** A pool's template takes the place of all that the cluster's says: it would look as if it counted. */
    @Test
    void aTemplateThatCountsForNothingIsAFault() {
        Manifest spoiled = ofAnOperator("Kafka");
        ((ObjectNode) spoiled.json().at("/spec/kafka")).putObject("template").putObject("pod");

        assertThat(PodPolicy.faults(spoiled)).anyMatch(said -> said.contains("take the place of"));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void whatHasSeveralReplicasMayBeEvictedOneAtATime(District district) {
        List<Manifest> manifests = district.manifests();
        Stream<Manifest> several = manifests.stream()
                .filter(manifest -> manifest.is("Deployment"))
                .filter(manifest ->
                        !manifest.json().at("/spec/replicas").asText().equals("1"));

        assertThat(several)
                .allSatisfy(deployment -> assertThat(manifests).anySatisfy(budget -> {
                    assertThat(budget.kind()).isEqualTo("PodDisruptionBudget");
                    assertThat(budget.json().at("/spec/selector/matchLabels"))
                            .isEqualTo(deployment.json().at("/spec/selector/matchLabels"));
                    assertThat(budget.json().at("/spec/maxUnavailable").asInt()).isEqualTo(1);
                }));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void whatIsScaledSaysNoReplicas(District district) {
        List<Manifest> manifests = district.manifests();

        assertThat(manifests.stream().filter(manifest -> manifest.is("HorizontalPodAutoscaler")))
                .allSatisfy(scaler -> assertThat(manifests.stream()
                                .filter(manifest -> manifest.is("Deployment")
                                        && manifest.name()
                                                .equals(scaler.json()
                                                        .at("/spec/scaleTargetRef/name")
                                                        .asText())))
                        .singleElement()
                        .satisfies(deployment -> assertThat(
                                        deployment.json().at("/spec/replicas").isMissingNode())
                                .isTrue()));
    }

    @ParameterizedTest
    @MethodSource("districts")
    void noSecretIsRendered(District district) {
        assertThat(district.manifests()).noneMatch(manifest -> manifest.is("Secret"));
        assertThat(Chart.render(district)).doesNotContainPattern("(?i)password=[^$\\s\"]");
    }

    private static Manifest ofAnOperator(String kind) {
        return District.named("maple-hollow").manifests().stream()
                .filter(manifest -> manifest.is(kind))
                .findFirst()
                .orElseThrow();
    }

    private static Manifest deployment() {
        return District.named("maple-hollow").manifests().stream()
                .filter(manifest -> manifest.is("Deployment") && manifest.name().equals("outreach-service"))
                .findFirst()
                .orElseThrow();
    }
}
