package org.secondperiod.bench.ingest;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.local.stack.Part;

/** Sends ready-made bodies in bulk, several at once, each with a bearer token. */
public final class BulkRequests {

    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+)");
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int OK = 200;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BenchStack stack;

    public BulkRequests(BenchStack stack) {
        this.stack = stack;
    }

    /** Requests of these bodies, not sent yet. */
    public List<HttpRequest> of(Part service, String path, String sender, List<byte[]> bodies) {
        String token = stack.as(sender).token();
        return bodies.stream()
                .map(body -> HttpRequest.newBuilder(URI.create(stack.layout().url(service) + path))
                        .timeout(LIMIT)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofByteArray(body))
                        .build())
                .toList();
    }

    /**
     * Sends them all at once and waits for the answers.
     *
     * @return how many lines were accepted
     * @throws IllegalStateException if an answer is none of success
     */
    public long send(List<HttpRequest> requests) {
        return requests.stream().map(request -> http.sendAsync(request, BodyHandlers.ofString())).toList().stream()
                .map(CompletableFuture::join)
                .mapToLong(BulkRequests::accepted)
                .sum();
    }

    private static long accepted(HttpResponse<String> answer) {
        Matcher accepted = ACCEPTED.matcher(answer.body());
        if (answer.statusCode() != OK || !accepted.find()) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return Long.parseLong(accepted.group(1));
    }
}
