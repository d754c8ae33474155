package org.secondperiod.kit.testing.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes requests of the operations that a document names. */
final class RandomRequests {

    private static final byte[] NOTHING = {};

    /** A request without its credential. */
    record Request(ApiDocument.Operation operation, String address, Map<String, String> headers, byte[] body) {}

    private final RandomValues values;
    private final List<ApiDocument.Operation> operations;
    private String lastKey = "";

    RandomRequests(RandomValues values, List<ApiDocument.Operation> operations) {
        this.values = values;
        this.operations = operations;
    }

    Request next() {
        var operation = values.oneOf(operations);
        var headers = new HashMap<String, String>();
        var address = operation.path();
        var query = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var name = parameter.path("name").asText();
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", encoded(text(operation, parameter)));
                case "query" -> {
                    if (values.chance(share(parameter))) {
                        query.add(name + "=" + encoded(text(operation, parameter)));
                    }
                }
                default -> {
                    if (values.chance(name.equals("If-Match") ? 0.25 : 0.6)) {
                        headers.put(name, inHeader(inHeader(operation, parameter)));
                    }
                }
            }
        }
        if (values.chance(0.03)) {
            query.add("unknown=" + encoded(values.odd()));
        }
        var body = body(operation, headers);
        return new Request(operation, address + (query.isEmpty() ? "" : "?" + String.join("&", query)), headers, body);
    }

    /** How often a parameter of the query is there. A cursor that nobody has given out is refused; once is enough for that. */
    private double share(JsonNode parameter) {
        if (parameter.path("required").asBoolean()) {
            return 0.95;
        }
        return parameter.path("name").asText().equals("cursor") && !values.isHeard("cursor") ? 0.05 : 0.4;
    }

    private String inHeader(ApiDocument.Operation operation, JsonNode parameter) {
        if (!parameter.path("name").asText().equals("Idempotency-Key")) {
            return text(operation, parameter);
        }
        // Mostly a new one; sometimes the last one, of whatever request that was.
        if (lastKey.isEmpty() || values.chance(0.85)) {
            lastKey = values.fresh();
        }
        return lastKey;
    }

    private String text(ApiDocument.Operation operation, JsonNode parameter) {
        var value = values.value(
                parameter.path("schema"), operation.id(), parameter.path("name").asText());
        var one = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        return one.isValueNode() ? one.asText() : "";
    }

    private byte[] body(ApiDocument.Operation operation, Map<String, String> headers) {
        if (operation.body().isEmpty()) {
            return NOTHING;
        }
        var types =
                operation.body().properties().stream().map(Map.Entry::getKey).toList();
        var type = values.oneOf(types);
        headers.put("Content-Type", values.chance(0.03) ? "text/html" : type);
        var written = text(operation, type).getBytes(StandardCharsets.UTF_8);
        return values.chance(0.06) ? spoilt(written) : written;
    }

    private String text(ApiDocument.Operation operation, String type) {
        var schema = operation.body().path(type).path("schema");
        var record = operation.body().path("application/json").path("schema");
        var of = record.isMissingNode() ? schema : record;
        return switch (type) {
            case "application/json" -> values.value(schema, operation.id(), "").toString();
            case "application/x-ndjson" -> lines(of, operation);
            case "text/csv" -> table(of, operation);
            default -> values.odd();
        };
    }

    private String lines(JsonNode schema, ApiDocument.Operation operation) {
        var lines = new StringBuilder();
        for (int i = values.below(5); i > 0; i--) {
            lines.append(values.value(schema, operation.id(), "")).append('\n');
        }
        return lines.toString();
    }

    /** Its header from the first record; cells are empty where a record has nothing. */
    private String table(JsonNode schema, ApiDocument.Operation operation) {
        var first = values.value(schema, operation.id(), "");
        var header = first.properties().stream().map(Map.Entry::getKey).toList();
        var table = new StringBuilder(String.join(",", header)).append('\n');
        for (int i = values.below(5); i > 0; i--) {
            var record = values.value(schema, operation.id(), "");
            table.append(header.stream()
                            .map(name -> cell(record.path(name).asText()))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return table.toString();
    }

    private String cell(String text) {
        return values.chance(0.9) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private byte[] spoilt(byte[] body) {
        if (body.length == 0 || values.chance(0.3)) {
            return new byte[] {(byte) 0xFF, 0, '{', (byte) 0xC0};
        }
        var spoilt = Arrays.copyOf(body, values.chance(0.5) ? body.length : values.below(body.length));
        if (spoilt.length > 0) {
            spoilt[values.below(spoilt.length)] = (byte) values.below(256);
        }
        return spoilt;
    }

    private static String encoded(String text) {
        return text.isEmpty()
                ? "%20"
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a client's library lets through in a header. */
    private static String inHeader(String text) {
        return text.replaceAll("[^\\x20-\\x7E]", "?");
    }
}
