package org.secondperiod.kit.testing.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.kit.identity.Role;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/** Sends a request as it stands and looks at the answer: never our fault, and a problem with type and detail if it is refused. */
final class HostileClient {

    private static final String EVERY_SCOPE =
            "marks:write roster:write scans:write reader-keys:write outreach:read outreach:write reports:read";
    private static final int FORBIDDEN = 403;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String system = TestTokens.system("hostile", EVERY_SCOPE, "*");
    private final String person = everyRole();
    private final List<String> faults = new ArrayList<>();
    /** With which token to begin: the one that was let in last, since the requests of an operation follow each other. */
    private String likely = system;

    private int sent;

    /** The OpenAPI document that the service serves. */
    static String openApi() {
        return RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .asString();
    }

    private static String everyRole() {
        var grants = TestGrants.of("hostile");
        Stream.of(Role.values()).forEach(role -> grants.as(role.id(), "*"));
        return grants.hold();
    }

    int sent() {
        return sent;
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    void address(String method, String address, String value) {
        var mustBeRefused = value.contains("%00") || value.equals("%01") || value.equals("%7F");
        send(
                request(address).header("Content-Type", "application/json"),
                method,
                "{}".getBytes(StandardCharsets.UTF_8),
                method + " " + address,
                mustBeRefused);
    }

    void header(String method, String address, String name, String value) {
        send(
                request(address).header("Content-Type", "application/json").header(name, value),
                method,
                "{}".getBytes(StandardCharsets.UTF_8),
                method + " " + address + " " + name + ": " + value,
                false);
    }

    void body(String method, String address, String contentType, byte[] body, boolean mustBeRefused) {
        var shown = new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
        send(
                request(address).header("Content-Type", contentType),
                method,
                body,
                method + " " + address + " " + contentType + " " + shown,
                mustBeRefused);
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .timeout(PATIENCE);
    }

    private void send(HttpRequest.Builder request, String method, byte[] body, String what, boolean mustBeRefused) {
        sent++;
        var publisher = method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        try {
            var answer = send(request.method(method, publisher), likely);
            if (answer.statusCode() == FORBIDDEN) {
                answer.body().close();
                likely = likely.equals(system) ? person : system;
                answer = send(request, likely);
            }
            try (var content = answer.body()) {
                look(answer, content, what, mustBeRefused);
            }
        } catch (IOException e) {
            faults.add(what + " -> " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** As a system that has every scope, or as a person who has every role: nobody is both. */
    private HttpResponse<InputStream> send(HttpRequest.Builder request, String token)
            throws IOException, InterruptedException {
        return http.send(request.setHeader("Authorization", "Bearer " + token).build(), BodyHandlers.ofInputStream());
    }

    private void look(HttpResponse<InputStream> answer, InputStream content, String what, boolean mustBeRefused)
            throws IOException {
        var status = answer.statusCode();
        if (status < 400) {
            if (mustBeRefused) {
                faults.add(what + " -> " + status + ", and should be refused");
            }
            return;
        }
        var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
        if (status >= 500 || !isProblem(answer, text)) {
            faults.add(what + " -> " + status + " " + text);
        }
    }

    private static boolean isProblem(HttpResponse<InputStream> answer, String text) {
        if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json")) {
            return false;
        }
        try {
            JsonNode problem = JSON.readTree(text);
            return problem.path("type").asText().startsWith("https://secondperiod.org/problems/")
                    && problem.path("detail").asText().length() > 10
                    && problem.path("instance").asText().startsWith("/");
        } catch (IOException e) {
            return false;
        }
    }
}
