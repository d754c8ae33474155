package org.secondperiod.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** Validates by the schemas of this module, with their formats asserted. */
final class Schemas {

    static final String BASE = "https://secondperiod.org/schemas/";

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .build())
                    .schemaIdResolvers(ids -> ids.mapPrefix(BASE, "classpath:schemas/")));

    private Schemas() {}

    static List<Error> errors(String contract, JsonNode value) {
        return schema(contract).validate(value);
    }

    private static Schema schema(String contract) {
        return REGISTRY.getSchema(SchemaLocation.of(BASE + contract + ".schema.json"));
    }

    /** The schema's own JSON, a {@code $ref} of its root followed. */
    static JsonNode json(String contract) {
        var schema = Resources.json("schemas/" + contract + ".schema.json");
        return schema.has("properties") ? schema : follow(schema);
    }

    /** The schema that a reference to another file of this folder means. */
    static JsonNode follow(JsonNode schema) {
        return schema.has("$ref")
                ? Resources.json("schemas/" + schema.get("$ref").textValue())
                : schema;
    }
}
