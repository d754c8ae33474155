package org.secondperiod.kit.bulk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields that a line may have, in the order in which they are documented, and those that a CSV header must name. */
public final class Columns {

    private final List<String> names;
    private final Set<String> required;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    private Columns(List<String> names, Set<String> required) {
        this.names = names;
        this.required = required;
        for (String name : names) {
            indexes.put(name, indexes.size());
        }
    }

    /** All fields, none of which a CSV header must name. */
    public static Columns of(String... names) {
        return new Columns(List.of(names), Set.of());
    }

    /** The same fields; a CSV header must name these. */
    public Columns required(String... requiredNames) {
        return new Columns(names, Set.of(requiredNames));
    }

    public List<String> names() {
        return names;
    }

    Set<String> required() {
        return required;
    }

    @Nullable
    Integer index(String name) {
        return indexes.get(name);
    }

    int size() {
        return names.size();
    }
}
