package org.secondperiod.kit.testing.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** A request for each endpoint of a service, to be asked as everybody. */
public final class MatrixSamples {

    private final Map<String, Sample> samples = new HashMap<>();

    /**
     * Adds a request.
     *
     * @param endpoint as in {@code "GET /v1/holds"}
     */
    public void put(String endpoint, Sample sample) {
        samples.put(endpoint, sample);
    }

    /** What every service that consumes topics has for its operators. */
    public MatrixSamples andOperation() {
        put("GET /v1/audit", Sample.get("/v1/audit?outcome=REFUSED"));
        put("GET /v1/audit/students", Sample.get("/v1/audit/students?subject=somebody"));
        put("GET /v1/retention", Sample.get("/v1/retention"));
        put("GET /v1/students/{studentId}/export", Sample.get("/v1/students/somebody/export"));
        put("GET /v1/off-boarding", Sample.get("/v1/off-boarding"));
        put(
                "POST /v1/off-boarding",
                Sample.json("POST", "/v1/off-boarding", "{\"districtId\":\"another-district\"}")
                        .orTaken(422));
        put("GET /v1/dead-letters", Sample.get("/v1/dead-letters"));
        put("POST /v1/dead-letters/replay", Sample.json("POST", "/v1/dead-letters/replay", ""));
        put("POST /v1/replay", Sample.json("POST", "/v1/replay", "{\"topic\":\"access.grants.v1\"}"));
        return this;
    }

    /**
     * Asks all of them as everybody: each may do what {@code docs/access.md} says, and nothing else.
     *
     * @param service the heading of its table
     * @param cells how many questions there are at least
     */
    public void ask(String service, int cells) throws IOException, InterruptedException {
        ask(service, cells, Signer.UNKNOWN, Signer.UNKNOWN);
    }

    /** The same of a service that knows readers: the one that samples are about, and another one. */
    public void ask(String service, int cells, Signer own, Signer other) throws IOException, InterruptedException {
        AccessMatrix.Outcome outcome = AccessMatrix.ask(service, samples, own, other);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.endpoints()).isEqualTo(samples.size());
        assertThat(outcome.cells()).isGreaterThan(cells);
    }
}
