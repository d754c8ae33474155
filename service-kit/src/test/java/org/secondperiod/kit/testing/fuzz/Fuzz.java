package org.secondperiod.kit.testing.fuzz;

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
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Sends random requests to the application under test. Of every answer it must hold that it is not our fault (5xx), that it is
 * one that the OpenAPI document names, valid against its schema, and that nothing of another school is in it.
 * {@code -Dsecondperiod.seed=N} and {@code -Dsecondperiod.fuzz=N} choose which, and how many.
 */
public final class Fuzz {

    private static final int FAULTS_ARE_ENOUGH_AT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What came of it: how often which status was answered, and what was wrong with which answer. */
    public record Outcome(int requests, Map<Integer, Integer> statuses, List<String> faults) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> tokens;
    private final String secret;
    private final ApiDocument document;
    private final RandomRequests requests;
    private final RandomValues values;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    private Fuzz(long seed, List<String> tokens, List<String> known, String secret) throws IOException {
        this.tokens = tokens;
        this.secret = secret;
        document = ApiDocument.served();
        values = new RandomValues(new Random(seed), document.json(), known);
        requests = new RandomRequests(values, document.operations());
    }

    /**
     * Sends them.
     *
     * @param count how many, where the command line does not say
     * @param tokens who asks, at random; none of them may see the other school
     * @param known ids of what there is, of both schools
     * @param secret a text that is part of all that there is about the other school, and of none of the known ids
     */
    public static Outcome send(int count, List<String> tokens, List<String> known, String secret)
            throws IOException, InterruptedException {
        long seed = Long.getLong("secondperiod.seed", 7);
        var fuzz = new Fuzz(seed, tokens, known, secret);
        int requests = Integer.getInteger("secondperiod.fuzz", count);
        for (int i = 0; i < requests && fuzz.faults.size() < FAULTS_ARE_ENOUGH_AT; i++) {
            fuzz.send();
        }
        return new Outcome(requests, fuzz.statuses, List.copyOf(fuzz.faults));
    }

    private void send() throws InterruptedException {
        var request = requests.next();
        var wire = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + request.address()))
                .timeout(PATIENCE)
                .method(
                        request.operation().method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(wire::setHeader);
        if (values.chance(0.97)) {
            wire.setHeader("Authorization", "Bearer " + values.oneOf(tokens));
        }
        try {
            var answer = http.send(wire.build(), BodyHandlers.ofInputStream());
            look(request, answer);
        } catch (IOException e) {
            fault(request, e.toString());
        }
    }

    private void look(RandomRequests.Request request, HttpResponse<InputStream> answer) throws IOException {
        statuses.merge(answer.statusCode(), 1, Integer::sum);
        var type = answer.headers()
                .firstValue("Content-Type")
                .map(each -> each.split(";", 2)[0].trim())
                .orElse(null);
        try (var content = answer.body()) {
            // A stream of events has no end.
            var body = "text/event-stream".equals(type)
                    ? "..."
                    : new String(content.readAllBytes(), StandardCharsets.UTF_8);
            if (body.contains(secret) || answer.headers().toString().contains(secret)) {
                fault(request, answer.statusCode() + " tells of the other school: " + body);
            } else if (answer.statusCode() >= 500) {
                fault(request, answer.statusCode() + " " + body);
            } else {
                document.fault(request.operation(), answer.statusCode(), type, body)
                        .ifPresent(wrong -> fault(request, answer.statusCode() + ": " + wrong + " in " + body));
            }
        }
    }

    private void fault(RandomRequests.Request request, String what) {
        faults.add("%s %s %s %s -> %s"
                .formatted(
                        request.operation(),
                        request.address(),
                        request.headers(),
                        new String(request.body(), StandardCharsets.UTF_8),
                        what));
    }
}
