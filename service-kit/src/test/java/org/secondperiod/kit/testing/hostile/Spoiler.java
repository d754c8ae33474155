package org.secondperiod.kit.testing.hostile;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a literal into one place of a JSON value, as text, so that it may be something that no library would write. */
final class Spoiler {

    private static final String HERE = "put-it-here";

    private Spoiler() {}

    static String replace(JsonNode sample, String place, String literal) {
        var copy = sample.deepCopy();
        var pointer = JsonPointer.compile(place);
        var parent = copy.at(pointer.head());
        switch (parent) {
            case ObjectNode object -> object.put(pointer.last().getMatchingProperty(), HERE);
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), HERE);
            default -> throw new IllegalArgumentException(place);
        }
        return copy.toString().replace("\"" + HERE + "\"", literal);
    }
}
