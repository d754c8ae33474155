package org.secondperiod.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What must hold of every pod; what does not is said in words. */
final class PodPolicy {

    private static final Pattern IMAGE = Pattern.compile(".+(@sha256:[0-9a-f]{64}|:[^:/@]+)");
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");

    /** What a JVM of ours takes beside its heap: code, classes, threads, buffers. */
    private static final int BESIDE_THE_HEAP_MIB = 190;

    private final List<String> faults = new ArrayList<>();

    private PodPolicy() {}

    static List<String> faults(Manifest manifest) {
        PodPolicy policy = new PodPolicy();
        if (manifest.hasPodsOfAnOperator()) {
            policy.ofAnOperator(manifest.json().path("spec"), manifest.kind());
            return policy.faults.stream().map(fault -> manifest + ": " + fault).toList();
        }
        policy.pod(manifest);
        manifest.containers().forEach(container -> policy.container(container));
        if (manifest.is("Deployment")) {
            policy.replicas(manifest);
        }
        return policy.faults.stream().map(fault -> manifest + ": " + fault).toList();
    }

    /** Pods that an operator makes of a resource, as far as the resource says how. */
    private void ofAnOperator(JsonNode spec, String kind) {
        switch (kind) {
            case "KafkaNodePool" -> {
                JsonNode pod = spec.at("/template/pod");
                restricted(pod);
                for (String container : List.of("kafkaContainer", "initContainer")) {
                    unprivileged(spec.at("/template/" + container), container);
                }
                unless(pod.path("terminationGracePeriodSeconds").asInt() >= 60, "is killed while it hands over");
                unless(pod.path("topologySpreadConstraints").size() >= 2, "is not spread over zones and machines");
                resources(spec.path("resources"), "kafka");
            }
            case "Kafka" -> {
                unless(!spec.path("kafka").has("template"), "has a template that its pools take the place of");
                JsonNode template = spec.at("/entityOperator/template");
                restricted(template.path("pod"));
                for (String container : List.of("topicOperator", "userOperator")) {
                    unprivileged(template.path(container + "Container"), container);
                    resources(spec.at("/entityOperator/" + container + "/resources"), container);
                }
            }
            // What the operator does by itself is restricted; the resource could only take away from it.
            default -> {
                for (String own : List.of("securityContext", "podSecurityContext", "seccompProfile", "postgresUID")) {
                    unless(!spec.has(own), "has a " + own + " other than the operator's, which is restricted");
                }
                unless(
                        spec.has("enableSuperuserAccess")
                                && !spec.path("enableSuperuserAccess").asBoolean(),
                        "lets a superuser in");
                unless(
                        spec.at("/affinity/podAntiAffinityType").asText().equals("required"),
                        "may have all its instances on one machine");
                unless(!spec.path("topologySpreadConstraints").isEmpty(), "is not spread over zones");
                image(spec.path("imageName").asText(), "postgres");
                resources(spec.path("resources"), "postgres");
            }
        }
    }

    private void restricted(JsonNode pod) {
        unless(pod.at("/securityContext/runAsNonRoot").asBoolean(), "may run as root");
        unless(pod.at("/securityContext/runAsUser").asInt() > 0, "names no user");
        unless(
                "RuntimeDefault"
                        .equals(pod.at("/securityContext/seccompProfile/type").asText()),
                "has no seccomp profile");
    }

    private void pod(Manifest manifest) {
        JsonNode pod = manifest.podTemplate().path("spec");
        restricted(pod);
        unless(
                pod.has("automountServiceAccountToken")
                        && !pod.path("automountServiceAccountToken").asBoolean(),
                "is given a token");
        unless(!pod.path("serviceAccountName").asText().isEmpty(), "has the default service account");
        for (String open : List.of("hostNetwork", "hostPID", "hostIPC")) {
            unless(!pod.path(open).asBoolean(), "has " + open);
        }
        pod.path("volumes").forEach(volume -> unless(!volume.has("hostPath"), "sees the host's files"));
        for (String label : List.of("app.kubernetes.io/name", "app.kubernetes.io/instance")) {
            unless(manifest.podLabels().containsKey(label), "has no label " + label);
        }
    }

    private void container(JsonNode container) {
        String name = container.path("name").asText();
        unprivileged(container, name);
        unless(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), name + " may write to its image");
        image(container.path("image").asText(), name);
        resources(container.path("resources"), name);
        heapFits(container);

        container.path("env").forEach(variable -> {
            boolean isSecret = variable.path("name").asText().matches(".*(PASSWORD|SECRET|_KEY|_KEYS)");
            unless(!isSecret || variable.has("valueFrom"), name + " has a secret in the clear");
        });
    }

    private void unprivileged(JsonNode container, String name) {
        JsonNode security = container.path("securityContext");
        unless(
                security.has("allowPrivilegeEscalation")
                        && !security.path("allowPrivilegeEscalation").asBoolean(),
                name + " may gain privileges");
        unless(
                "ALL".equals(security.at("/capabilities/drop/0").asText())
                        && !security.path("capabilities").has("add"),
                name + " has capabilities");
        unless(!security.path("privileged").asBoolean(), name + " is privileged");
    }

    private void image(String image, String name) {
        unless(IMAGE.matcher(image).matches() && !image.endsWith(":latest"), name + " has no fixed image: " + image);
    }

    private void resources(JsonNode resources, String name) {
        for (String wanted : List.of("/requests/cpu", "/requests/memory", "/limits/memory")) {
            unless(!resources.at(wanted).asText().isEmpty(), name + " says nothing of resources" + wanted);
        }
        unless(
                resources.at("/requests/memory").equals(resources.at("/limits/memory")),
                name + " may be given less memory than it may take");
    }

    private void heapFits(JsonNode container) {
        container.path("env").forEach(variable -> {
            var heap = HEAP.matcher(variable.path("value").asText());
            if (heap.find()) {
                int room = mebibytes(container.at("/resources/limits/memory").asText());
                unless(
                        Integer.parseInt(heap.group(1)) + BESIDE_THE_HEAP_MIB <= room,
                        container.path("name").asText() + " has a heap that leaves no room within " + room + " MiB");
            }
        });
    }

    private static int mebibytes(String size) {
        String digits = size.replaceAll("\\D", "");
        int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return size.endsWith("Gi") ? number * 1024 : number;
    }

    private void replicas(Manifest manifest) {
        JsonNode container = manifest.podTemplate().at("/spec/containers/0");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            unless(container.at("/" + probe + "/httpGet/path").asText().contains("/q/health/"), "has no " + probe);
        }
        unless(
                !container.at("/livenessProbe/httpGet/path").equals(container.at("/readinessProbe/httpGet/path")),
                "is killed for what only keeps it from being ready");
        unless(
                !container.path("lifecycle").path("preStop").isMissingNode(),
                "ends before whoever routes has learnt of it");
        unless(
                manifest.podTemplate().at("/spec/topologySpreadConstraints").size() >= 2,
                "is not spread over zones and machines");
        unless(
                manifest.json()
                        .at("/spec/strategy/rollingUpdate/maxUnavailable")
                        .asText()
                        .equals("0"),
                "has fewer replicas while it is updated");
    }

    private void unless(boolean holds, String fault) {
        if (!holds) {
            faults.add(fault);
        }
    }
}
