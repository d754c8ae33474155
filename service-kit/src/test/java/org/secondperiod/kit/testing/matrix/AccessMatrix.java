package org.secondperiod.kit.testing.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Asks every endpoint of the running service as everybody, and compares with the table of {@code docs/access.md}. An endpoint of
 * the OpenAPI document without a row, a row without an endpoint, and a row without a sample are faults too; so is what the audit lacks
 * of them ({@link AuditedOperations}).
 */
public final class AccessMatrix {

    /** The school of those who may. */
    public static final String OWN = "matrix-own";

    /** Theirs too, and not set up. */
    public static final String OWN_NEW = "matrix-own-new";

    /** The school of the others. */
    public static final String OTHER = "matrix-other";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
    private static final int UNAUTHORIZED = 401;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String service;
    private final AccessTable table;
    private final Map<String, Sample> samples;
    private final Signer own;
    private final Signer other;
    private final List<String> faults = new ArrayList<>();
    private int cells;

    private AccessMatrix(String service, Map<String, Sample> samples, Signer own, Signer other) {
        this.service = service;
        this.table = AccessTable.of(service);
        this.samples = samples;
        this.own = own;
        this.other = other;
    }

    /** What came of it. */
    record Outcome(int endpoints, int cells, List<String> faults) {}

    /**
     * Asks.
     *
     * @param service the heading of its table
     * @param samples a request for each endpoint, by {@code "GET /v1/holds"}
     * @param own the reader that samples are about
     * @param other another one
     */
    static Outcome ask(String service, Map<String, Sample> samples, Signer own, Signer other)
            throws IOException, InterruptedException {
        return new AccessMatrix(service, samples, own, other).ask();
    }

    private Outcome ask() throws IOException, InterruptedException {
        Map<String, String> operations = operations();
        Set<String> endpoints = operations.keySet();
        compare(endpoints, table.rows().keySet(), "%s has no row in docs/access.md");
        compare(table.rows().keySet(), endpoints, "docs/access.md has a row for %s, which is no endpoint");
        compare(table.rows().keySet(), samples.keySet(), "%s has no sample to be asked with");
        if (faults.isEmpty()) {
            List<Caller> everybody = Caller.all();
            for (AccessTable.Row row : table.rows().values()) {
                askAs(everybody, row, samples.get(row.endpoint()));
            }
            faults.addAll(AuditedOperations.faults(service, operations, samples));
        }
        return new Outcome(endpoints.size(), cells, List.copyOf(faults));
    }

    private void askAs(List<Caller> everybody, AccessTable.Row row, Sample sample)
            throws IOException, InterruptedException {
        for (Caller caller : everybody) {
            Map<String, String> token = Map.of("Authorization", "Bearer " + caller.token());
            look(row, sample, caller.toString(), token, caller.cell(row).letsIn(caller.holding()));
        }
        boolean readerMay = row.reader() == Cell.OWN;
        Sample.Parts parts = sample.parts().get();
        look(row, sample.of(parts), "its reader", own.headers(parts), readerMay);
        parts = sample.parts().get();
        look(row, sample.of(parts), "another reader", other.headers(parts), false);
        look(row, sample, "nobody", Map.of(), false);
    }

    private void compare(Set<String> these, Set<String> those, String fault) {
        these.stream().filter(each -> !those.contains(each)).forEach(each -> faults.add(fault.formatted(each)));
    }

    private void look(AccessTable.Row row, Sample sample, String who, Map<String, String> credential, boolean mayPass)
            throws IOException, InterruptedException {
        cells++;
        HttpRequest.Builder request = sample.parts().get().request();
        credential.forEach(request::setHeader);
        HttpResponse<InputStream> answer = http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofInputStream());
        int status = answer.statusCode();
        String text = text(answer);
        boolean refused = REFUSALS.contains(status) || sample.refused().contains(status);
        boolean taken = status < 300 || sample.taken().contains(status);
        boolean passed = taken && text.contains(sample.tells());
        if (!refused && !taken) {
            fault("%s, asked by %s, is neither taken nor refused: %d %s", row.endpoint(), who, status, text);
        } else if (passed != mayPass) {
            String should = mayPass ? "taken" : "refused";
            fault("%s, asked by %s, should be %s: %d %s", row.endpoint(), who, should, status, text);
        } else if (credential.isEmpty() && status != UNAUTHORIZED) {
            fault("%s answers %d to who shows no credential", row.endpoint(), status);
        }
    }

    private void fault(String text, Object... about) {
        faults.add(text.formatted(about));
    }

    /** The answer; of a stream that goes on and on, nothing. */
    private static String text(HttpResponse<InputStream> answer) throws IOException {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try (InputStream body = answer.body()) {
            return type.startsWith("text/event-stream") ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the service's own document says there is, under its root path, with the operationId of each. */
    private static Map<String, String> operations() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(RestAssured.given()
                        .accept("application/json")
                        .get("/q/openapi?format=json")
                        .asString());
        Map<String, String> operations = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (METHODS.contains(operation.getKey())) {
                        operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " "
                                        + path.getKey().substring(path.getKey().indexOf("/v1/")),
                                operation.getValue().path("operationId").asText());
                    }
                }));
        return operations;
    }
}
