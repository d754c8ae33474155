package org.secondperiod.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What operators' resources may say: custom-resources.yaml, which tells what it was written after and how it is renewed. */
final class CustomResources {

    private static final JsonNode SCHEMAS =
            Yaml.one(Project.read("deploy/chart-tests/src/test/resources/custom-resources.yaml"));

    /** Those that it knows. */
    static final Set<String> KINDS = Set.copyOf(Manifest.texts(SCHEMAS.path("$defs")).keySet().stream()
            .filter(name -> name.contains("/"))
            .collect(Collectors.toSet()));

    private static final Map<String, Schema> READ =
            KINDS.stream().collect(Collectors.toMap(kind -> kind, CustomResources::schema, (a, b) -> a, TreeMap::new));

    private CustomResources() {}

    static List<String> faults(Manifest manifest) {
        return READ
                .get(manifest.apiVersion() + " " + manifest.kind())
                .validate(manifest.json().toString(), InputFormat.JSON)
                .stream()
                .map(fault -> fault.toString())
                .toList();
    }

    private static Schema schema(String kind) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.set("$schema", SCHEMAS.path("$schema"));
        schema.set("$defs", SCHEMAS.path("$defs"));
        schema.setAll((ObjectNode) SCHEMAS.path("$defs").path(kind));
        String iri = "https://secondperiod.org/custom-resources/" + kind.replace(' ', '/');
        return SchemaRegistry.withDialect(
                        Dialects.getDraft202012(), builder -> builder.schemas(Map.of(iri, schema.toString())))
                .getSchema(SchemaLocation.of(iri));
    }
}
