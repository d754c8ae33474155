package org.secondperiod.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;

/** A golden example of a contract. */
record Example(Contract contract, String file) {

    static Stream<Example> all() {
        return Contract.all().stream().flatMap(contract -> of(contract).stream());
    }

    static List<Example> of(Contract contract) {
        return Resources.names("examples/" + contract.name()).stream()
                .map(file -> new Example(contract, file))
                .toList();
    }

    ObjectNode json() {
        return (ObjectNode) Resources.json("examples/%s/%s".formatted(contract.name(), file));
    }

    Object read(JsonNode json) {
        return EventJson.read(json.toString().getBytes(UTF_8), contract.type());
    }

    @Override
    public String toString() {
        return contract.name() + "/" + file;
    }
}
