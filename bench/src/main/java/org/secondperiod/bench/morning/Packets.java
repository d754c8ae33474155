package org.secondperiod.bench.morning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gathers lines for one endpoint, and sends what it has as one request, as systems do that send several times a second. Nobody
 * waits for the answers. A line counts from when it was due, so that the time in which it is gathered counts too.
 */
final class Packets {

    private static final Duration REQUEST_LIMIT = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * A line.
     *
     * @param due when it was to be sent, by {@link System#nanoTime()}
     * @param watched whose acceptance is noted, under {@code index}
     */
    record Line(String json, long due, @Nullable Sightings watched, int index) {}

    private final HttpClient http;
    private final URI endpoint;
    private final String token;
    private final AtomicLong refused;
    private List<Line> gathered = new ArrayList<>();

    /** @param refused counts lines that are not taken */
    Packets(HttpClient http, URI endpoint, String token, AtomicLong refused) {
        this.http = http;
        this.endpoint = endpoint;
        this.token = token;
        this.refused = refused;
    }

    void add(Line line) {
        gathered.add(line);
    }

    /** Sends what is gathered, and gathers anew. */
    void send() {
        if (gathered.isEmpty()) {
            return;
        }
        List<Line> lines = gathered;
        gathered = new ArrayList<>();
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .timeout(REQUEST_LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines.stream().map(Line::json).collect(Collectors.joining("\n"))))
                .build();
        var unused = http.sendAsync(request, BodyHandlers.ofString()).whenComplete((answer, fault) -> {
            long now = System.nanoTime();
            if (fault != null || !isTaken(answer, lines.size())) {
                refused.addAndGet(lines.size());
                return;
            }
            for (Line line : lines) {
                if (line.watched() != null) {
                    line.watched().accepted(line.index(), line.due(), now);
                }
            }
        });
    }

    private static boolean isTaken(HttpResponse<String> answer, int lines) {
        try {
            return answer.statusCode() == OK
                    && JSON.readTree(answer.body()).path("accepted").asInt() == lines;
        } catch (JsonProcessingException e) {
            return false;
        }
    }
}
