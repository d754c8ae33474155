package org.secondperiod.system.faults;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.secondperiod.local.stack.Part;

/**
 * Sends each request until it is answered with a success: to any replica, and again whenever the connection breaks, nobody
 * answers, or the answer is 503, and then when it says so ({@code Retry-After}). Any other answer is no way to say that machines
 * are at fault.
 */
final class PatientClient implements AutoCloseable {

    private static final int UNAVAILABLE = 503;
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(20);
    private static final Duration BEFORE_THE_NEXT_TRY = Duration.ofMillis(200);
    /** As one fact is answered, or many. */
    private static final Pattern ALL_TAKEN = Pattern.compile(
            "(?i)\"(outcome|status)\":\"ACCEPTED\"|(?=.*\"quarantined\":0)(?=.*\"rejected\":0)(?!.*\"unresolved\":[1-9])");

    private static final String TOKEN = Tokens.of("sources", "marks:write scans:write roster:write");

    private final List<Replica> replicas;
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger toldWhenToComeBack = new AtomicInteger();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    PatientClient(List<Replica> replicas) {
        this.replicas = List.copyOf(replicas);
    }

    /** How often nobody answered, or with 503. */
    int turnedAway() {
        return turnedAway.get();
    }

    /** How often the answer was a 503 that said when to try again. */
    int toldWhenToComeBack() {
        return toldWhenToComeBack.get();
    }

    HttpResponse<String> send(Part service, String method, String path, String type, String body) {
        return send(service, method, path, type, BodyPublishers.ofString(body));
    }

    /** Sends lines, of which every one must be taken: a line that is refused because machines failed would be lost. */
    void sendLines(Part service, String path, String type, String body) {
        var answer = send(service, "POST", path, type, body);
        if (!ALL_TAKEN.matcher(answer.body()).find()) {
            throw new AssertionError("Not all of it was taken: " + answer.body());
        }
    }

    HttpResponse<String> send(Part service, String method, String path, String type, BodyPublisher body) {
        while (true) {
            var answer = trySend(service, method, path, type, body);
            if (answer != null && answer.statusCode() < 300) {
                return answer;
            }
            if (answer != null && answer.statusCode() != UNAVAILABLE) {
                throw new AssertionError(
                        "%s %s was answered %d %s".formatted(method, path, answer.statusCode(), answer.body()));
            }
            turnedAway.incrementAndGet();
            Fault.lasts(answer == null ? BEFORE_THE_NEXT_TRY : whenItSays(answer));
        }
    }

    /** A process that ends answers 503 too, and does not know when another is there. */
    private Duration whenItSays(HttpResponse<String> unavailable) {
        return unavailable
                .headers()
                .firstValue("Retry-After")
                .map(seconds -> {
                    toldWhenToComeBack.incrementAndGet();
                    return Duration.ofSeconds(Long.parseLong(seconds));
                })
                .orElse(BEFORE_THE_NEXT_TRY);
    }

    private HttpResponse<String> trySend(Part service, String method, String path, String type, BodyPublisher body) {
        var of = replicas.stream()
                .filter(replica -> replica.service() == service)
                .toList();
        var uri =
                of.get(ThreadLocalRandom.current().nextInt(of.size())).process().uri(path);
        try {
            return http.send(
                    HttpRequest.newBuilder(uri)
                            .timeout(ANSWERED_WITHIN)
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Content-Type", type)
                            .method(method, body)
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException nobodyAnswered) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
