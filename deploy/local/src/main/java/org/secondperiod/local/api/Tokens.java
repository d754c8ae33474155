package org.secondperiod.local.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.secondperiod.local.stack.Layout;

/** Bearer tokens from the local issuer, one per name for as long as this command runs. */
public final class Tokens {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final URI endpoint;
    private final HttpClient http;
    private final Map<String, String> issued = new ConcurrentHashMap<>();

    public Tokens(Layout layout, HttpClient http) {
        this.endpoint = URI.create(layout.issuerUrl() + "/token");
        this.http = http;
    }

    /** The token of a named person or system. */
    public String of(String name) {
        String token = issued.get(name);
        if (token == null) {
            // Not while the map is locked: a thread that waits for an answer may be lent to another task that wants a
            // token.
            token = request(name);
            issued.put(name, token);
        }
        return token;
    }

    private String request(String name) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(LIMIT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_secret=local&scope=openid&client_id=" + name))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new ApiException(
                        answer.statusCode(), "The issuer gives no token to " + name + ": " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new ApiException(
                    "The issuer at " + endpoint
                            + " does not answer. Is the stack up? ./sp status tells, ./sp start starts it",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }
}
