package org.secondperiod.ingest.rosters.db;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records as PostgreSQL's COPY takes them in its text form: a component is the column of its name in snake case. */
final class CopyText {

    private static final String NONE = "\\N";

    private final RecordComponent[] components;

    CopyText(Class<?> type) {
        this.components = type.getRecordComponents();
        Arrays.stream(components).forEach(component -> component.getAccessor().trySetAccessible());
    }

    String columns() {
        return Arrays.stream(components)
                .map(component ->
                        component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    byte[] lines(List<?> rows) {
        StringBuilder text = new StringBuilder(rows.size() * 128);
        for (Object row : rows) {
            for (int i = 0; i < components.length; i++) {
                if (i > 0) {
                    text.append('\t');
                }
                value(text, value(row, components[i]));
            }
            text.append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object value(Object row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " can not be read", e);
        }
    }

    private static void value(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append(NONE);
            case List<?> list -> list(text, list);
            default -> escaped(text, value.toString());
        }
    }

    /** An array's quoting lies inside of COPY's. */
    private static void list(StringBuilder text, List<?> list) {
        StringBuilder array = new StringBuilder("{");
        for (Object element : list) {
            array.append(array.length() > 1 ? ",\"" : "\"");
            array.append(element.toString().replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        }
        escaped(text, array.append('}').toString());
    }

    private static void escaped(StringBuilder text, String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(character);
            }
        }
    }
}
