package org.secondperiod.kit.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Random;

/** Random values: mostly such as a schema asks for, sometimes others. */
final class RandomValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEPTH = 6;
    private static final List<String> ODD = List.of(
            "",
            " ",
            "\u0000",
            "\ud800",
            "null",
            "true",
            "-1",
            "1e400",
            "9".repeat(30),
            "%",
            "'",
            "\"",
            "\\",
            "<b>",
            "';--",
            "../..",
            "${jndi:x}",
            "é",
            "\u202e",
            "😀",
            "\n",
            "a,b",
            "=1+1",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31",
            "-999999999-01-01",
            "2026-10-14T08:00:00",
            "2026-10-14T08:00:00+19:00",
            "24:00",
            "x".repeat(3_000));

    private final Random random;
    private final JsonNode document;
    private final List<String> known;

    /** @param known ids of what there is, so that not every request is about nothing */
    RandomValues(Random random, JsonNode document, List<String> known) {
        this.random = random;
        this.document = document;
        this.known = known;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String odd() {
        return oneOf(ODD);
    }

    JsonNode value(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        if (depth > DEPTH || chance(0.03)) {
            return wrong();
        }
        if (schema.has("$ref")) {
            return value(document.at(schema.get("$ref").asText().substring(1)), depth);
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return value(schema.get(choice).get(below(schema.get(choice).size())), depth);
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(below(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> JSON.numberNode(chance(0.8) ? below(20) : random.nextLong());
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema));
        };
    }

    private JsonNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = schema.path("required").toString();
        schema.path("properties").properties().forEach(each -> {
            if (chance(required.contains('"' + each.getKey() + '"') ? 0.97 : 0.6)) {
                object.set(each.getKey(), value(each.getValue(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject() && chance(0.7)) {
            object.set(oneOf(known), value(schema.get("additionalProperties"), depth + 1));
        }
        if (chance(0.03)) {
            object.set("unknown", wrong());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        for (int i = below(4); i > 0; i--) {
            array.add(value(schema.path("items"), depth + 1));
        }
        return array;
    }

    private JsonNode wrong() {
        return switch (below(6)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.booleanNode(true);
            case 3 -> JSON.arrayNode().add(JSON.nullNode());
            case 4 -> JSON.objectNode();
            default -> JSON.textNode(odd());
        };
    }

    String text(JsonNode schema) {
        if (chance(0.1)) {
            return odd();
        }
        var pattern = schema.path("pattern").asText();
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-10-%02d".formatted(12 + below(5));
            case "date-time" -> "2026-10-14T%02d:%02d:00-04:00".formatted(7 + below(5), below(60));
            case "partial-time", "time", "local-time" -> "%02d:%02d".formatted(7 + below(5), below(60));
            default -> pattern.contains(":[") ? "08:%02d".formatted(below(60)) : oneOf(known);
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asText().equals("null")
                    ? type.path(1).asText()
                    : type.get(0).asText();
        }
        return type.asText(schema.has("properties") ? "object" : "string");
    }
}
