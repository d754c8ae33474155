package org.secondperiod.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Copies of a JSON object in which one field, at any depth, is missing or of another type. */
final class Mutations {

    private final List<JsonNode> copies = new ArrayList<>();
    private final JsonNode root;

    private Mutations(JsonNode root) {
        this.root = root;
    }

    static List<JsonNode> of(JsonNode root) {
        var mutations = new Mutations(root);
        mutations.addBelow("", root);
        return mutations.copies;
    }

    private void addBelow(String pointer, JsonNode node) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                addBelow(pointer + "/" + i, node.get(i));
            }
        }
        for (var field : node.properties()) {
            change(pointer, object -> object.remove(field.getKey()));
            change(pointer, object -> object.putArray(field.getKey()).addArray());
            if (field.getValue().isNumber() || field.getValue().isBoolean()) {
                change(
                        pointer,
                        object -> object.set(
                                field.getKey(),
                                TextNode.valueOf(field.getValue().asText())));
                change(pointer, object -> object.put(field.getKey(), 1.5));
            }
            addBelow(pointer + "/" + field.getKey(), field.getValue());
        }
    }

    private void change(String pointer, Consumer<ObjectNode> change) {
        var copy = root.deepCopy();
        change.accept((ObjectNode) copy.at(pointer));
        copies.add(copy);
    }
}
