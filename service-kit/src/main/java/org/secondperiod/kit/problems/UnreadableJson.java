package org.secondperiod.kit.problems;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says of JSON that cannot be read which field it is, where, and what was expected; never the value itself. */
public final class UnreadableJson {

    private static final String TIME = "a time like 2026-10-14T08:20:00-04:00";
    private static final String NUMBER = "a whole number";
    private static final String FLAG = "true or false";
    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(String.class, "text"),
            Map.entry(Instant.class, TIME),
            Map.entry(OffsetDateTime.class, TIME),
            Map.entry(LocalDate.class, "a date like 2026-10-14"),
            Map.entry(LocalTime.class, "a time of day like 08:45"),
            Map.entry(int.class, NUMBER),
            Map.entry(long.class, NUMBER),
            Map.entry(Integer.class, NUMBER),
            Map.entry(Long.class, NUMBER),
            Map.entry(boolean.class, FLAG),
            Map.entry(Boolean.class, FLAG));

    private UnreadableJson() {}

    /** The problem for JSON that is not JSON (400) or does not have the shape asked for (422). */
    public static HttpProblem problem(JsonProcessingException error) {
        if (error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return Problems.field(field(mapping), reason(error));
        }
        return Problems.of(400, "unreadable-json", "The body is not JSON as asked for", reason(error) + where(error));
    }

    /** The path of the field, such as {@code periods[2].start}; empty where none can be named. */
    public static String field(JsonProcessingException error) {
        if (!(error instanceof JsonMappingException mapping)) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** What is wrong, in words for whoever wrote the JSON. */
    public static String reason(JsonProcessingException error) {
        if (error instanceof UnrecognizedPropertyException unknown) {
            return "there is no such field; known are "
                    + unknown.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (error instanceof InvalidFormatException format) {
            return "must be " + expected(format.getTargetType());
        }
        if (error instanceof InvalidNullException
                || error.getOriginalMessage().startsWith("Cannot map `null`")
                || error.getOriginalMessage().startsWith("Missing required creator property")) {
            return "must be given";
        }
        if (error instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null
                    ? cause.getMessage()
                    : "must be " + expected(wanted(mapping));
        }
        return "the JSON cannot be read";
    }

    private static @Nullable Class<?> wanted(JsonMappingException error) {
        if (error.getCause() instanceof InputCoercionException coercion) {
            return coercion.getTargetType();
        }
        return error instanceof MismatchedInputException mismatched ? mismatched.getTargetType() : null;
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return EXPECTED.getOrDefault(
                type, type.isRecord() || Map.class.isAssignableFrom(type) ? "an object" : "of another type");
    }

    private static String where(JsonProcessingException error) {
        JsonLocation at = error.getLocation();
        return at == null ? "" : ", at line %d column %d".formatted(at.getLineNr(), at.getColumnNr());
    }
}
