package org.secondperiod.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One document for the cluster.
 *
 * @param json as it was rendered
 */
record Manifest(JsonNode json) {

    static List<Manifest> of(String rendered) {
        return Yaml.all(rendered).stream().map(Manifest::new).toList();
    }

    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.path("metadata").path("name").asText();
    }

    Map<String, String> labels() {
        return texts(json.path("metadata").path("labels"));
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    Map<String, String> annotations() {
        return texts(json.path("metadata").path("annotations"));
    }

    /** The pod that it describes, and whether it does. */
    JsonNode podTemplate() {
        return json.path("spec").path("template");
    }

    boolean hasPods() {
        return is("Deployment") || is("Job");
    }

    /** Whether an operator makes pods of it. */
    boolean hasPodsOfAnOperator() {
        return is("Kafka") || is("KafkaNodePool") || is("Cluster");
    }

    Map<String, String> podLabels() {
        return texts(podTemplate().path("metadata").path("labels"));
    }

    /** All containers, those that begin first among them. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        podTemplate().path("spec").path("initContainers").forEach(containers::add);
        podTemplate().path("spec").path("containers").forEach(containers::add);
        return containers;
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
