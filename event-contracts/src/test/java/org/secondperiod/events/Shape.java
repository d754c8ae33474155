package org.secondperiod.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a contract, by path: {@code enrolments[].entry} to {@code optional date}, and the values of its enums:
 * {@code direction=OUT} to {@code value}. Taken from a record and from a schema in the same words, so that the two can be
 * compared and written down.
 */
final class Shape {

    private static final Map<Type, String> SCALARS = Map.of(
            String.class, "string",
            Instant.class, "date-time",
            LocalDate.class, "date",
            LocalTime.class, "time-local",
            int.class, "int32",
            Integer.class, "int32",
            long.class, "int64",
            Long.class, "int64",
            boolean.class, "boolean",
            Boolean.class, "boolean");

    private final SortedMap<String, String> fields = new TreeMap<>();

    static SortedMap<String, String> of(Class<?> recordType) {
        var shape = new Shape();
        shape.addComponents("", recordType);
        return shape.fields;
    }

    static SortedMap<String, String> of(JsonNode schema) {
        var shape = new Shape();
        shape.addProperties("", schema);
        return shape.fields;
    }

    private void addComponents(String prefix, Class<?> recordType) {
        for (var component : recordType.getRecordComponents()) {
            AnnotatedType annotated = component.getAnnotatedType();
            add(prefix + component.getName(), annotated, annotated.isAnnotationPresent(Nullable.class));
        }
    }

    private void add(String path, AnnotatedType annotated, boolean optional) {
        var type = annotated.getType();
        if (type instanceof ParameterizedType parameterized) {
            var isList = parameterized.getRawType().equals(List.class);
            put(path, optional, isList ? "array" : "map");
            var arguments = ((AnnotatedParameterizedType) annotated).getAnnotatedActualTypeArguments();
            add(path + (isList ? "[]" : "{}"), arguments[arguments.length - 1], false);
        } else if (SCALARS.containsKey(type)) {
            put(path, optional, SCALARS.get(type));
        } else if (type instanceof Class<?> enumType && enumType.isEnum()) {
            put(path, optional, "enum");
            for (var constant : enumType.getEnumConstants()) {
                fields.put(path + "=" + constant, "value");
            }
        } else {
            put(path, optional, "object");
            addComponents(path + ".", (Class<?>) type);
        }
    }

    private void addProperties(String prefix, JsonNode schema) {
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::textValue)
                .collect(Collectors.toSet());
        schema.path("properties")
                .properties()
                .forEach(property ->
                        add(prefix + property.getKey(), property.getValue(), !required.contains(property.getKey())));
    }

    private void add(String path, JsonNode property, boolean optional) {
        var schema = Schemas.follow(property);
        if (schema.has("items")) {
            put(path, optional, "array");
            add(path + "[]", schema.get("items"), false);
        } else if (schema.has("enum")) {
            put(path, optional, "enum");
            schema.get("enum").forEach(value -> fields.put(path + "=" + value.textValue(), "value"));
        } else if (schema.has("properties")) {
            put(path, optional, "object");
            addProperties(path + ".", schema);
        } else if (schema.path("additionalProperties").isObject()) {
            put(path, optional, "map");
            add(path + "{}", schema.get("additionalProperties"), false);
        } else {
            put(path, optional, schema.path("format").asText(schema.path("type").asText()));
        }
    }

    private void put(String path, boolean optional, String kind) {
        fields.put(path, (optional ? "optional " : "required ") + kind);
    }
}
