package org.secondperiod.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Makes values that fit the schemas of an OpenAPI document, to spoil one place of them at a time. */
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode document;

    Samples(JsonNode document) {
        this.document = document;
    }

    JsonNode of(@Nullable JsonNode schema) {
        if (schema == null || schema.isMissingNode()) {
            return JSON.textNode("S1");
        }
        if (schema.has("$ref")) {
            return of(document.at(schema.get("$ref").asText().substring(1)));
        }
        for (String choice : new String[] {"anyOf", "oneOf", "allOf"}) {
            if (schema.has(choice)) {
                return of(schema.get(choice).get(0));
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "integer", "number" -> JSON.numberNode(1);
            case "boolean" -> JSON.booleanNode(false);
            default -> JSON.textNode(text(schema));
        };
    }

    private ObjectNode object(JsonNode schema) {
        var object = JSON.objectNode();
        schema.path("properties").properties().forEach(each -> object.set(each.getKey(), of(each.getValue())));
        if (schema.path("additionalProperties").isObject()) {
            object.set("A", of(schema.get("additionalProperties")));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema) {
        return JSON.arrayNode().add(of(schema.path("items")));
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

    private static String text(JsonNode schema) {
        var pattern = schema.path("pattern").asText() + schema.path("$comment").asText();
        return switch (schema.path("format").asText()) {
            case "date" -> "2026-10-14";
            case "date-time" -> "2026-10-14T08:00:00-04:00";
            case "partial-time", "time", "local-time" -> "08:00";
            default -> pattern.isEmpty() ? "S1" : "08:00";
        };
    }
}
