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
    private final Known known;
    private final Heard heard;

    /**
     * @param known what there is, so that not every request is about nothing
     * @param heard what answers told of since
     */
    RandomValues(Random random, JsonNode document, Known known, Heard heard) {
        this.random = random;
        this.document = document;
        this.known = known;
        this.heard = heard;
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

    /** One that nobody had before. */
    String fresh() {
        return "fuzz-" + Long.toHexString(random.nextLong());
    }

    /** Whether an answer has told of any. */
    boolean isHeard(String name) {
        return !heard.named(name).isEmpty();
    }

    /**
     * A value for a field.
     *
     * @param operation whose it is
     * @param name of the field; empty where it has none
     */
    JsonNode value(JsonNode schema, String operation, String name) {
        return value(schema, operation, name, 0);
    }

    private JsonNode value(JsonNode schema, String operation, String name, int depth) {
        if (depth > DEPTH || chance(0.02)) {
            return wrong();
        }
        if (schema.has("$ref")) {
            return value(document.at(schema.get("$ref").asText().substring(1)), operation, name, depth);
        }
        for (var choice : List.of("anyOf", "oneOf", "allOf")) {
            if (schema.has(choice)) {
                return value(schema.get(choice).get(below(schema.get(choice).size())), operation, name, depth);
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(below(schema.get("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, operation, depth);
            case "array" -> array(schema, operation, name, depth);
            case "integer", "number" -> JSON.numberNode(chance(0.9) ? small(schema) : random.nextLong());
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.textNode(text(schema, operation, name));
        };
    }

    private int small(JsonNode schema) {
        return schema.path("minimum").asInt() + below(20);
    }

    private JsonNode object(JsonNode schema, String operation, int depth) {
        var object = JSON.objectNode();
        var required = schema.path("required").toString();
        // Of fields that exclude or need each other, few or none are more often right than half of them.
        double optional = oneOf(List.of(0.0, 0.1, 0.5));
        schema.path("properties").properties().forEach(each -> {
            double share = each.getValue().path("readOnly").asBoolean() ? optional / 5 : optional;
            if (chance(required.contains('"' + each.getKey() + '"') ? 0.98 : share)) {
                object.set(each.getKey(), value(each.getValue(), operation, each.getKey(), depth + 1));
            }
        });
        if (schema.path("additionalProperties").isObject() && chance(0.7)) {
            object.set(oneOf(known.others()), value(schema.get("additionalProperties"), operation, "", depth + 1));
        }
        if (chance(0.03)) {
            object.set("unknown", wrong());
        }
        return object;
    }

    private JsonNode array(JsonNode schema, String operation, String name, int depth) {
        var array = JSON.arrayNode();
        for (int i = below(4); i > 0; i--) {
            array.add(value(schema.path("items"), operation, name, depth + 1));
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

    private String text(JsonNode schema, String operation, String name) {
        if (chance(0.06)) {
            return odd();
        }
        var only = known.named(operation + "." + name);
        if (!only.isEmpty()) {
            return oneOf(only);
        }
        return switch (schema.path("format").asText()) {
            case "date" -> oneOf(known.named("day"));
            case "date-time" -> "2026-10-14T%02d:%02d:00-04:00".formatted(7 + below(5), below(60));
            case "partial-time", "time", "local-time" -> "%02d:%02d".formatted(7 + below(5), below(60));
            default -> oneOf(choices(name));
        };
    }

    private List<String> choices(String name) {
        var choices = heard.named(name);
        // What is known weighs as much as what was heard, however much that is.
        if (choices.isEmpty() || random.nextBoolean()) {
            var named = known.named(name);
            return !named.isEmpty() ? named : choices.isEmpty() ? known.others() : choices;
        }
        return choices;
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
