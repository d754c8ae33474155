package org.secondperiod.kit.cipher;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A column of this service's database that holds sealed values, each bound to its row. None of this ever comes from outside.
 *
 * @param type {@code jsonb} or {@code text}
 * @param plain the column in which such values stood before they were sealed; none if they always were
 * @param key the columns of the table's primary key and their types, in order
 * @param context what a value is bound to, before the row's own values
 * @param bound the columns whose values it is bound to
 */
public record SealedColumn(
        String table,
        String column,
        String type,
        @Nullable String plain,
        Map<String, String> key,
        String context,
        List<String> bound) {

    /** What people wrote in their own words, once in the clear and now sealed: bound to the table and its key. */
    public static SealedColumn text(String table, String column, String plain, String... key) {
        return new SealedColumn(table, column, "jsonb", plain, types(key), table, names(key));
    }

    /** What was never anything but sealed, bound to the table and its key. */
    public static SealedColumn of(String table, String column, String type, String... key) {
        return new SealedColumn(table, column, type, null, types(key), table, names(key));
    }

    /** The same, bound to what else the value says it is of. */
    public SealedColumn boundTo(String newContext, String... columns) {
        return new SealedColumn(table, column, type, plain, key, newContext, List.of(columns));
    }

    /** The context of a value. */
    public String row(Object... values) {
        return Stream.concat(Stream.of(context), Arrays.stream(values))
                .map(Object::toString)
                .collect(Collectors.joining("|"));
    }

    /** As an operator reads it. */
    public String name() {
        return table + "." + column;
    }

    private static Map<String, String> types(String... key) {
        Map<String, String> types = new LinkedHashMap<>();
        for (String part : key) {
            int space = part.indexOf(' ');
            types.put(name(part), space < 0 ? "text" : part.substring(space + 1));
        }
        return types;
    }

    private static List<String> names(String... key) {
        return Arrays.stream(key).map(SealedColumn::name).toList();
    }

    private static String name(String part) {
        int space = part.indexOf(' ');
        return space < 0 ? part : part.substring(0, space);
    }
}
