package org.secondperiod.events;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** asyncapi.yaml, and what is asked of it. */
final class AsyncApi {

    static final JsonNode DOCUMENT = read();
    static final String DEAD_LETTERS = "{consumer}.dead-letters.v1";

    private AsyncApi() {}

    /** The channel whose address is the topic's name. */
    static JsonNode channel(String topic) {
        return channels()
                .filter(channel -> channel.get("address").textValue().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    static Stream<JsonNode> channels() {
        return DOCUMENT.get("channels").valueStream();
    }

    /** The one message of a channel. */
    static JsonNode message(JsonNode channel) {
        return follow(channel.get("messages").elements().next());
    }

    /** The services that do this ({@code send} or {@code receive}) with the topic; those that will, marked as planned. */
    static SortedSet<String> services(String action, String topic) {
        var services = new TreeSet<String>();
        DOCUMENT.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").textValue().equals(action))
                .filter(operation -> follow(operation.get("channel"))
                        .get("address")
                        .textValue()
                        .equals(topic))
                .forEach(operation -> services.add(
                        operation.at("/tags/0/name").textValue() + (operation.has("x-status") ? " (planned)" : "")));
        return services;
    }

    static JsonNode follow(JsonNode reference) {
        return DOCUMENT.at(JsonPointer.compile(reference.get("$ref").textValue().substring(1)));
    }

    /** The references of the document that lead nowhere. */
    static List<String> dangling(JsonNode node) {
        var dangling = new ArrayList<String>();
        if (node.path("$ref").isTextual() && !leadsSomewhere(node.get("$ref").textValue())) {
            dangling.add(node.get("$ref").textValue());
        }
        StreamSupport.stream(node.spliterator(), false).forEach(child -> dangling.addAll(dangling(child)));
        return dangling;
    }

    private static boolean leadsSomewhere(String reference) {
        return reference.startsWith("#")
                ? !DOCUMENT.at(JsonPointer.compile(reference.substring(1))).isMissingNode()
                : Files.isRegularFile(Path.of(reference));
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(Path.of("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
