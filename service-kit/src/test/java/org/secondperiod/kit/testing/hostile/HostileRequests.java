package org.secondperiod.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every operation of the running service with every hostile value, one place at a time. */
public final class HostileRequests {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final HostileClient client = new HostileClient();
    private final JsonNode document;
    private final Samples samples;

    private HostileRequests(JsonNode document) {
        this.document = document;
        this.samples = new Samples(document);
    }

    /** What came of it: how many requests there were, and what was wrong with which answer. */
    public record Outcome(int operations, int requests, List<String> faults) {}

    /** Sends them all. */
    public static Outcome sendAll() throws IOException {
        var document = new ObjectMapper().readTree(HostileClient.openApi());
        return new HostileRequests(document).drive();
    }

    private Outcome drive() {
        int operations = 0;
        for (var path : document.path("paths").properties()) {
            if (!path.getKey().contains("/v1/")) {
                continue;
            }
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations++;
                    drive(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            path.getValue(),
                            operation.getValue());
                }
            }
        }
        return new Outcome(operations, client.sent(), client.faults());
    }

    private void drive(String method, String path, JsonNode item, JsonNode operation) {
        var parameters = new ArrayList<JsonNode>();
        item.path("parameters").forEach(parameters::add);
        operation.path("parameters").forEach(parameters::add);
        var good = address(path, parameters, "", "");
        for (var parameter : parameters) {
            var name = parameter.path("name").asText();
            if (parameter.path("in").asText().equals("header")) {
                HostileValues.IN_HEADER.forEach(value -> client.header(method, good, name, value));
            } else {
                HostileValues.IN_ADDRESS.forEach(
                        value -> client.address(method, address(path, parameters, name, value), value));
            }
        }
        operation.path("requestBody").path("content").properties().forEach(content -> {
            HostileValues.BODIES.forEach(body -> client.body(method, good, content.getKey(), body, false));
            var sample = samples.of(content.getValue().path("schema"));
            var mustBeRefused = content.getKey().equals("application/json");
            HostileValues.spoilt(sample, HostileValues.NEVER_TAKEN)
                    .forEach(body -> client.body(method, good, content.getKey(), utf8(body), mustBeRefused));
            HostileValues.spoilt(sample, HostileValues.ODD)
                    .forEach(body -> client.body(method, good, content.getKey(), utf8(body), false));
        });
    }

    private String address(String path, List<JsonNode> parameters, String spoilt, String value) {
        var query = new StringBuilder();
        var address = path;
        for (var parameter : parameters) {
            var name = parameter.path("name").asText();
            var isSpoilt = name.equals(spoilt);
            switch (parameter.path("in").asText()) {
                case "path" -> address = address.replace("{" + name + "}", isSpoilt ? value : sample(parameter));
                case "query" -> query.append(isSpoilt ? "?" + name + "=" + value : "");
                default -> {}
            }
        }
        return address + query;
    }

    private String sample(JsonNode parameter) {
        var name = parameter.path("name").asText();
        return switch (name) {
            case "date" -> "2026-10-14";
            case "dayType" -> "regular";
            default -> samples.of(parameter.path("schema")).asText();
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
