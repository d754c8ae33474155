package org.secondperiod.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who may talk with whom, computed from network policies as a cluster does: within the namespace an arrow is there where one end may
 * send and the other may receive; from and to the outside, where the end within may. Names are looked up by everybody and are no arrow.
 */
final class Arrows {

    /** A way that is open. */
    record Arrow(String from, String to, int port) implements Comparable<Arrow> {

        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return from + " -> " + to + " " + port;
        }
    }

    private static final int NAMES = 53;

    private final Map<String, Map<String, String>> pods = new TreeMap<>();
    private final List<JsonNode> policies;

    Arrows(List<Manifest> manifests) {
        policies = manifests.stream()
                .filter(manifest -> manifest.is("NetworkPolicy"))
                .map(manifest -> manifest.json().path("spec"))
                .toList();
        manifests.stream()
                .filter(Manifest::hasPods)
                .forEach(manifest -> pods.put(
                        manifest.is("Job") ? manifest.name().replaceFirst("-[0-9a-f]{8}$", "") : manifest.name(),
                        manifest.podLabels()));
        // Made by operators, with labels that those document.
        if (manifests.stream().anyMatch(manifest -> manifest.is("Kafka"))) {
            pods.put("brokers", Map.of("strimzi.io/cluster", "district", "strimzi.io/name", "district-kafka"));
            pods.put(
                    "entity-operator",
                    Map.of("strimzi.io/cluster", "district", "strimzi.io/name", "district-entity-operator"));
        }
        if (manifests.stream().anyMatch(manifest -> manifest.apiVersion().startsWith("postgresql.cnpg.io/"))) {
            pods.put("database", Map.of("cnpg.io/cluster", "database"));
        }
    }

    Set<String> pods() {
        return pods.keySet();
    }

    /** Policies that name the pod and not just all pods. */
    long policiesOf(String pod) {
        return policies.stream()
                .filter(policy -> !policy.at("/podSelector/matchLabels").isMissingNode())
                .filter(policy -> selects(policy.path("podSelector"), pods.get(pod)))
                .count();
    }

    /** Whether what no policy allows is refused, both ways. */
    boolean isClosedByDefault() {
        return policies.stream()
                .anyMatch(policy -> policy.path("podSelector").isEmpty()
                        && policy.path("policyTypes").toString().equals("[\"Ingress\",\"Egress\"]")
                        && !policy.has("ingress")
                        && !policy.has("egress"));
    }

    Set<Arrow> open() {
        Set<Arrow> arrows = new TreeSet<>();
        for (String from : pods.keySet()) {
            for (Arrow out : ways(from, "egress")) {
                if (!pods.containsKey(out.to()) || ways(out.to(), "ingress").contains(out)) {
                    arrows.add(out);
                }
            }
            ways(from, "ingress").stream()
                    .filter(in -> !pods.containsKey(in.from()))
                    .forEach(arrows::add);
        }
        arrows.removeIf(arrow -> arrow.port() == NAMES);
        return arrows;
    }

    private Set<Arrow> ways(String pod, String direction) {
        boolean out = direction.equals("egress");
        Set<Arrow> ways = new TreeSet<>();
        for (JsonNode policy : policies) {
            if (!selects(policy.path("podSelector"), pods.get(pod))) {
                continue;
            }
            for (JsonNode rule : policy.path(direction)) {
                JsonNode peers = rule.path(out ? "to" : "from");
                List<String> ends = peers.isEmpty() ? List.of("everybody") : ends(peers);
                List<Integer> ports = new ArrayList<>();
                rule.path("ports").forEach(port -> ports.add(port.path("port").asInt()));
                for (String end : ends) {
                    (ports.isEmpty() ? List.of(0) : ports)
                            .forEach(port -> ways.add(out ? new Arrow(pod, end, port) : new Arrow(end, pod, port)));
                }
            }
        }
        return ways;
    }

    private List<String> ends(JsonNode peers) {
        List<String> ends = new ArrayList<>();
        for (JsonNode peer : peers) {
            if (peer.has("ipBlock")) {
                ends.add(peer.at("/ipBlock/cidr").asText());
            } else if (peer.has("namespaceSelector")) {
                ends.add("namespace "
                        + String.join(
                                ",",
                                Manifest.texts(peer.at("/namespaceSelector/matchLabels"))
                                        .values()));
            } else {
                pods.forEach((name, labels) -> {
                    if (selects(peer.path("podSelector"), labels)) {
                        ends.add(name);
                    }
                });
            }
        }
        return ends;
    }

    private static boolean selects(JsonNode selector, Map<String, String> labels) {
        return Manifest.texts(selector.path("matchLabels")).entrySet().stream()
                .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }
}
