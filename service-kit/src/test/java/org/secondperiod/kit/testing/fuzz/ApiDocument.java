package org.secondperiod.kit.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.restassured.RestAssured;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The OpenAPI document that the application under test serves, and whether an answer is one of those that it names. */
final class ApiDocument {

    private static final String IRI = "https://secondperiod.org/document";
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** An operation: its name, its method, its path with the parameters in braces, and what the document says of it. */
    record Operation(
            String id, String method, String path, List<JsonNode> parameters, JsonNode body, JsonNode responses) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final JsonNode document;
    private final Schema whole;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private ApiDocument(String served) throws IOException {
        document = JSON.readTree(served);
        whole = SchemaRegistry.withDialect(Dialects.getOpenApi31(), builder -> builder.schemas(Map.of(IRI, served)))
                .getSchema(SchemaLocation.of(IRI));
    }

    static ApiDocument served() throws IOException {
        return new ApiDocument(RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .asString());
    }

    JsonNode json() {
        return document;
    }

    /** Everything that wants a token. */
    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().contains("/v1/"))
                .forEach(path -> path.getValue().properties().stream()
                        .filter(each -> METHODS.contains(each.getKey()))
                        .forEach(each -> operations.add(
                                operation(path.getKey(), path.getValue(), each.getKey(), each.getValue()))));
        return operations;
    }

    /** The kinds of things that addresses name. */
    Set<String> kinds() {
        return operations().stream()
                .flatMap(operation -> operation.parameters().stream())
                .filter(parameter -> parameter.path("in").asText().equals("path"))
                .map(parameter -> Known.kind(parameter.path("name").asText()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Operation operation(String path, JsonNode item, String method, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        item.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        return new Operation(
                operation.path("operationId").asText(),
                method.toUpperCase(Locale.ROOT),
                path,
                parameters,
                operation.path("requestBody").path("content"),
                operation.path("responses"));
    }

    /**
     * What is not as the document says.
     *
     * @param type the answer's content type without its parameters, none if it has no body
     */
    Optional<String> fault(Operation operation, int status, @Nullable String type, String body) {
        var response = operation.responses().path(Integer.toString(status));
        if (response.isMissingNode()) {
            return Optional.of("the document does not name status " + status);
        }
        var content = response.path("content");
        if (body.isEmpty()) {
            return content.isEmpty() ? Optional.empty() : Optional.of("no body, and the document promises one");
        }
        if (type == null || !content.has(type)) {
            return Optional.of("content type %s is none of %s".formatted(type, names(content)));
        }
        return type.endsWith("json") ? invalid(operation, status, type, body) : Optional.empty();
    }

    private Optional<String> invalid(Operation operation, int status, String type, String body) {
        var at = "/paths/%s/%s/responses/%d/content/%s/schema"
                .formatted(part(operation.path()), operation.method().toLowerCase(Locale.ROOT), status, part(type));
        if (document.at(at).isMissingNode()) {
            return Optional.of("the document has no schema for " + type);
        }
        var errors = schemas.computeIfAbsent(at, this::schema).validate(body, InputFormat.JSON);
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(errors.getFirst().toString());
    }

    /** Found in the one document that is read: the registry would read it anew for each, and keep all of them. */
    private synchronized Schema schema(String at) {
        return whole.getRefSchema(SchemaLocation.of(IRI + "#" + at).getFragment());
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** As a part of a JSON pointer. */
    private static String part(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
