package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.secondperiod.local.stack.Part;

/**
 * One request and its answer. Asked to come back later (429, 503), it does so a few times, or for as long as it has patience, which also
 * says what it does where nobody answers.
 */
final class Exchange {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int TRIES = 6;
    private static final Set<Integer> LATER = Set.of(429, 503);

    private final HttpClient http;
    private final Patience patience;

    Exchange(HttpClient http) {
        this(http, Patience.NONE);
    }

    private Exchange(HttpClient http, Patience patience) {
        this.http = http;
        this.patience = patience;
    }

    /** The same connections, with patience for services that are away. */
    Exchange with(Patience other) {
        return new Exchange(http, other);
    }

    Answer send(String method, Part service, String url, String token, String type, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .method(method, body);
        if (!"GET".equals(method)) {
            request.header("Content-Type", type);
        }
        if ("POST".equals(method)) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        HttpResponse<String> response = patiently(service, request.build());
        if (response.statusCode() >= 300) {
            throw new ApiException(response.statusCode(), complaint(method, url, response));
        }
        return new Answer(
                response.statusCode(),
                Json.tree(response.body()),
                response.headers().firstValue("Location"));
    }

    private HttpResponse<String> patiently(Part service, HttpRequest request) {
        try {
            long begun = System.nanoTime();
            HttpResponse<String> response = once(service, request);
            for (int tries = 1;
                    LATER.contains(response.statusCode()) && (tries < TRIES || patience.lasts(begun));
                    tries++) {
                TimeUnit.SECONDS.sleep(
                        response.headers().firstValueAsLong("Retry-After").orElse(1));
                response = once(service, request);
            }
            return response;
        } catch (ConnectException e) {
            throw new ApiException(
                    "Nobody answers at " + request.uri() + ". Is the stack up? ./sp status tells, ./sp start starts it",
                    e);
        } catch (IOException e) {
            throw new ApiException(request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }

    private HttpResponse<String> once(Part service, HttpRequest request) throws IOException, InterruptedException {
        return patience.with(service, () -> http.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static String complaint(String method, String url, HttpResponse<String> response) {
        JsonNode problem = Json.tree(response.body());
        String said = problem.hasNonNull("detail") ? problem.get("detail").asText() : response.body();
        return "%s %s answered %d: %s".formatted(method, url, response.statusCode(), said);
    }
}
