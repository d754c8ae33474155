package org.secondperiod.kit.input;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How parameters of a path, a query and a header are read, in every service: one that cannot be taken is a 422 that names it,
 * and never something else than was meant.
 */
@Provider
public final class RequestParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type type, Annotation[] annotations) {
        String name = name(annotations);
        if (name == null) {
            return null;
        }
        Function<String, ?> read = reader(rawType);
        return read == null ? null : (ParamConverter<T>) new Named(name, read);
    }

    private static @Nullable Function<String, ?> reader(Class<?> type) {
        if (type == String.class) {
            return text -> text;
        }
        if (type == int.class || type == Integer.class) {
            return text -> number(text, Integer::valueOf);
        }
        if (type == long.class || type == Long.class) {
            return text -> number(text, Long::valueOf);
        }
        if (type == boolean.class || type == Boolean.class) {
            return RequestParameters::flag;
        }
        return type.isEnum() ? text -> oneOf(type.getEnumConstants(), text) : null;
    }

    private static Object number(String text, Function<String, ?> read) {
        try {
            return read.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a whole number", e);
        }
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false");
        };
    }

    private static Object oneOf(Object[] known, String text) {
        return Arrays.stream(known)
                .filter(each -> ((Enum<?>) each).name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(known)
                                .map(each -> ((Enum<?>) each).name())
                                .collect(Collectors.joining(", "))));
    }

    private static @Nullable String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            switch (annotation) {
                case QueryParam query -> {
                    return query.value();
                }
                case PathParam path -> {
                    return path.value();
                }
                case HeaderParam header -> {
                    return header.value();
                }
                default -> {}
            }
        }
        return null;
    }

    private record Named(String name, Function<String, ?> read) implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            String fault = Texts.fault(text);
            if (fault != null) {
                throw new BadParameter(name, fault);
            }
            try {
                return read.apply(text);
            } catch (IllegalArgumentException e) {
                throw new BadParameter(name, String.valueOf(e.getMessage()));
            }
        }

        @Override
        public String toString(Object value) {
            return String.valueOf(value);
        }
    }
}
