package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.Canaries;

/** Sends requests, whatever becomes of them, and looks into the headers of all answers and into every problem. */
final class CanaryAnswers implements AutoCloseable {

    private static final int AT_ONCE = 6;

    private final Canaries canaries;
    private final Map<Part, Replica> services;
    private final Set<String> found = Collections.synchronizedSet(new TreeSet<>());
    private final Map<Integer, Integer> statuses = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    CanaryAnswers(Canaries canaries, Map<Part, Replica> services) {
        this.canaries = canaries;
        this.services = services;
    }

    /** Where any was found. */
    Set<String> found() {
        return found;
    }

    /** How often which status was answered; 0 is no answer at all. */
    Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    /** Sends them, some at once. */
    void send(List<Asked> requests) {
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            var sent = requests.stream()
                    .map(request -> senders.submit(() -> send(request)))
                    .toList();
            sent.forEach(Broker::await);
        }
    }

    /** Sends one; says its status. */
    int send(Asked request) {
        int status = 0;
        try {
            var process = services.get(request.service()).process();
            var answer = http.send(request.to(process), BodyHandlers.ofByteArray());
            status = answer.statusCode();
            look(request, answer);
        } catch (IOException nobodyAnswered) {
            // counted below
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        statuses.merge(status, 1, Integer::sum);
        return status;
    }

    private void look(Asked request, HttpResponse<byte[]> answer) {
        var where = "%d of %s".formatted(answer.statusCode(), request);
        tell(where + ", its headers", answer.headers().map().toString().getBytes(UTF_8));
        if (answer.statusCode() >= 400) {
            // The address is repeated as it was asked.
            var problem = new String(answer.body(), UTF_8).replaceFirst("\"instance\":\"[^\"]*\"", "");
            tell(where, problem.getBytes(UTF_8));
        }
    }

    private void tell(String where, byte[] bytes) {
        canaries.in(bytes).forEach(what -> found.add(what + " in " + where));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
