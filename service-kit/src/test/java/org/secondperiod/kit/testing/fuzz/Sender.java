package org.secondperiod.kit.testing.fuzz;

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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends one random request after the other, and looks at each answer. */
final class Sender {

    private static final int FAULTS_ARE_ENOUGH_AT = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NO_TOKENS = List.of("x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiDocument document;
    private final Askers askers;
    private final String secret;
    private final Heard heard;
    private final RandomValues values;
    private final RandomRequests requests;
    private final Map<ApiDocument.Operation, List<Asker>> whoMay = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();

    Sender(long seed, ApiDocument document, Askers askers, Known known, String secret) {
        this.document = document;
        this.askers = askers;
        this.secret = secret;
        heard = new Heard(document.kinds(), secret);
        values = new RandomValues(new Random(seed), document.json(), known, heard);
        requests = new RandomRequests(values, document.operations());
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    List<String> faults() {
        return faults;
    }

    /** The operations that were answered with a success. */
    Set<String> done() {
        return done;
    }

    Sender send(int count) throws InterruptedException {
        for (int i = 0; i < count && faults.size() < FAULTS_ARE_ENOUGH_AT; i++) {
            sendOne();
        }
        return this;
    }

    private void sendOne() throws InterruptedException {
        var request = requests.next();
        var wire = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + request.address()))
                .timeout(PATIENCE)
                .method(
                        request.operation().method(),
                        request.body().length == 0
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(wire::setHeader);
        var asker = values.chance(0.97) ? asker(request.operation()) : null;
        if (asker != null) {
            wire.setHeader("Authorization", "Bearer " + asker.token());
        } else if (values.chance(0.5)) {
            wire.setHeader("Authorization", "Bearer " + values.oneOf(NO_TOKENS));
        }
        try {
            look(request, asker, http.send(wire.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            fault(request, e.toString());
        }
    }

    /** Mostly somebody who may, so that requests get beyond the door. */
    private Asker asker(ApiDocument.Operation operation) {
        var may = whoMay.computeIfAbsent(operation, askers::whoMay);
        return values.oneOf(values.chance(0.3) ? askers.all() : may);
    }

    private void look(RandomRequests.Request request, @Nullable Asker asker, HttpResponse<InputStream> answer)
            throws IOException {
        int status = answer.statusCode();
        statuses.merge(status, 1, Integer::sum);
        var type = answer.headers()
                .firstValue("Content-Type")
                .map(each -> each.split(";", 2)[0].trim())
                .orElse(null);
        try (var content = answer.body()) {
            // A stream of events has no end.
            var body = "text/event-stream".equals(type)
                    ? "..."
                    : new String(content.readAllBytes(), StandardCharsets.UTF_8);
            if ((asker == null || !asker.seesAll())
                    && (body.contains(secret) || answer.headers().toString().contains(secret))) {
                fault(request, status + " tells of the other school: " + body);
            } else if (status >= 500) {
                fault(request, status + " " + body);
            } else {
                document.fault(request.operation(), status, type, body)
                        .ifPresent(wrong -> fault(request, status + ": " + wrong + " in " + body));
            }
            if (status < 300 && asker != null) {
                done.add(request.operation().toString());
                hear(answer, body);
            }
        }
    }

    private void hear(HttpResponse<InputStream> answer, String body) throws IOException {
        answer.headers().firstValue("ETag").ifPresent(version -> heard.hear("If-Match", version));
        if (body.startsWith("{") || body.startsWith("[")) {
            heard.hear(JSON.readTree(body));
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
