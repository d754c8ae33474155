package org.secondperiod.kit.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks through the OpenAPI document of the service under test for what a client could not work with. */
public final class ApiDocument {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    /** Answers without a body. */
    private static final Set<String> EMPTY = Set.of("204", "304");

    private final JsonNode document;
    private final List<String> faults = new ArrayList<>();

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    /** What is missing: answers that are not described, a way to sign in, schemas of a framework instead of ours. */
    public static List<String> faults() {
        try {
            String json = given().accept("application/json").get("/q/openapi").asString();
            ApiDocument found = new ApiDocument(new ObjectMapper().readTree(json));
            found.look();
            return found.faults;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The document is no JSON", e);
        }
    }

    private void look() {
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> look(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        boolean asks = document.path("paths").properties().stream()
                .anyMatch(path -> path.getKey().contains("/v1/"));
        if (asks && document.path("security").isEmpty()) {
            faults.add("The document does not say that a token is needed");
        }
        document.at("/components/securitySchemes").properties().forEach(scheme -> {
            if (scheme.getValue().path("type").asText().equals("openIdConnect")
                    && scheme.getValue().path("openIdConnectUrl").asText().isEmpty()) {
                faults.add("The scheme " + scheme.getKey() + " does not say where to sign in");
            }
        });
        document.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getKey().contains("Sse") || schema.getKey().startsWith("Multi")) {
                faults.add("The schema " + schema.getKey() + " is the framework's");
            }
        });
    }

    private void look(String name, JsonNode operation) {
        List<String> successes = operation.path("responses").properties().stream()
                .map(response -> response.getKey())
                .filter(status -> status.startsWith("2"))
                .toList();
        if (successes.isEmpty()) {
            faults.add(name + " does not say what it answers");
        }
        for (String status : successes) {
            JsonNode content = operation.path("responses").path(status).path("content");
            boolean described = content.properties().stream()
                    .anyMatch(type -> !type.getValue().path("schema").isEmpty());
            if (!described && !EMPTY.contains(status)) {
                faults.add(name + " does not say what its " + status + " holds");
            }
        }
    }
}
