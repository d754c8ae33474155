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
            var value = values.text(parameter.path("schema"));
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", encoded(value));
                case "query" -> {
                    if (parameter.path("required").asBoolean() ? values.chance(0.95) : values.chance(0.4)) {
                        query.add(name + "=" + encoded(value));
                    }
                }
                default -> {
                    if (values.chance(0.8)) {
                        headers.put(name, inHeader(value));
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
            case "application/json" -> values.value(schema).toString();
            case "application/x-ndjson" -> lines(of);
            case "text/csv" -> table(of);
            default -> values.odd();
        };
    }

    private String lines(JsonNode schema) {
        var lines = new StringBuilder();
        for (int i = values.below(5); i > 0; i--) {
            lines.append(values.value(schema)).append('\n');
        }
        return lines.toString();
    }

    /** Its header from the first record; cells are empty where a record has nothing. */
    private String table(JsonNode schema) {
        var first = values.value(schema);
        var header = first.properties().stream().map(Map.Entry::getKey).toList();
        var table = new StringBuilder(String.join(",", header)).append('\n');
        for (int i = values.below(5); i > 0; i--) {
            var record = values.value(schema);
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
