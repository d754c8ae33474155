package org.secondperiod.kit.database;

import java.lang.reflect.Array;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;

/**
 * Binds arrays of texts and numbers as arrays of that very class. JDBI by itself makes them arrays of objects, which the driver
 * writes, and the server reads, character by character; these travel as they lie in memory.
 */
final class TypedArrays implements ArgumentFactory.Preparable {

    private static final Map<Type, String> NAMES =
            Map.of(String.class, "varchar", Long.class, "int8", Integer.class, "int4");

    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return elementOf(type)
                .filter(NAMES::containsKey)
                .map(element -> value -> argument((Class<?>) element, elements(value)));
    }

    private static Optional<Type> elementOf(Type type) {
        Class<?> erased = GenericTypes.getErasedType(type);
        return erased.isArray()
                ? Optional.of(erased.getComponentType())
                : GenericTypes.findGenericParameter(type, Iterable.class);
    }

    private static Object[] elements(Object value) {
        if (value instanceof Object[] array) {
            return array;
        }
        List<Object> elements = new ArrayList<>();
        ((Iterable<?>) value).forEach(elements::add);
        return elements.toArray();
    }

    private static Argument argument(Class<?> element, Object[] elements) {
        Object[] typed = (Object[]) Array.newInstance(element, elements.length);
        System.arraycopy(elements, 0, typed, 0, elements.length);
        return (position, statement, context) ->
                statement.setArray(position, statement.getConnection().createArrayOf(NAMES.get(element), typed));
    }
}
