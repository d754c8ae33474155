package org.secondperiod.kit.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What answers have told of ids and cursors, so that later requests are about what earlier ones made. */
final class Heard {

    private static final int OF_EACH = 20;
    private static final Set<String> ALWAYS = Set.of("nextCursor", "If-Match");

    private final Map<String, Deque<String>> values = new HashMap<>();
    private final Set<String> kinds;
    private final String secret;

    /**
     * @param kinds what is worth hearing: the kinds of things that the document's addresses name
     * @param secret what has it in it is not repeated
     */
    Heard(Set<String> kinds, String secret) {
        this.kinds = kinds;
        this.secret = secret;
    }

    /** Hears all that an answer says. */
    void hear(JsonNode body) {
        body.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                hear(field.getKey(), field.getValue().asText());
            } else {
                hear(field.getValue());
            }
        });
        body.elements().forEachRemaining(each -> {
            if (body.isArray()) {
                hear(each);
            }
        });
    }

    void hear(String name, String value) {
        if (!(kinds.contains(Known.kind(name)) || ALWAYS.contains(name)) || value.contains(secret)) {
            return;
        }
        var kind = name.equals("nextCursor") ? "cursor" : Known.kind(name);
        var heard = values.computeIfAbsent(kind, none -> new ArrayDeque<>());
        if (!heard.contains(value)) {
            heard.addLast(value);
            if (heard.size() > OF_EACH) {
                heard.removeFirst();
            }
        }
    }

    List<String> named(String name) {
        return new ArrayList<>(values.getOrDefault(Known.kind(name), new ArrayDeque<>()));
    }
}
