package org.secondperiod.entry.readerkeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.putReader;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OTHER;
import static org.secondperiod.kit.testing.matrix.AccessMatrix.OWN;
import static org.secondperiod.kit.testing.matrix.Sample.get;
import static org.secondperiod.kit.testing.matrix.Sample.json;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.buildings.SchoolBuildings;
import org.secondperiod.entry.buildings.db.SchoolBuildingStore;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.matrix.AccessMatrix;
import org.secondperiod.kit.testing.matrix.Sample;
import org.secondperiod.kit.testing.matrix.Signer;

/** Who may do what here, as docs/access.md says. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class AccessMatrixQuarkusTest {

    private static final String READER = "R-matrix";
    private static final String OTHERS_READER = "R-matrix-other";
    private static final String SETTINGS = "{\"buildingId\":\"B-matrix\",\"name\":\"Main door\"}";

    @Inject
    Jdbi jdbi;

    @Inject
    SchoolBuildingStore buildings;

    private final Map<String, Sample> samples = new HashMap<>();

    @BeforeEach
    void twoSchoolsEachWithADoor() {
        jdbi.useTransaction(tx -> {
            buildings.put(tx, new SchoolBuildings(OWN, 1, List.of("B-matrix")));
            buildings.put(tx, new SchoolBuildings(OTHER, 1, List.of("B-matrix-other")));
        });
        putReader(READER, SETTINGS).statusCode(200);
        putReader(OTHERS_READER, "{\"buildingId\":\"B-matrix-other\",\"name\":\"Side door\"}")
                .statusCode(200);
    }

    private static Signer signer(TestReader reader) {
        return parts -> reader.signing("/entry" + path(parts), parts.type(), parts.body())
                .method(parts.method())
                .headers();
    }

    private static String path(Sample.Parts parts) {
        return parts.path().split("\\?")[0];
    }

    private void doorsAndKeys() {
        String reader = "/v1/readers/" + READER;
        samples.put("GET /v1/readers", get("/v1/readers"));
        samples.put("GET /v1/readers/{readerId}", get(reader));
        samples.put("PUT /v1/readers/{readerId}", json("PUT", reader, SETTINGS).orRefused(422));
        samples.put(
                "POST /v1/readers/{readerId}/heartbeat",
                json("POST", reader + "/heartbeat", "{\"at\":\"2026-10-14T08:00:00-04:00\",\"queued\":0}")
                        .orRefused(422));
        samples.put("GET /v1/readers/{readerId}/keys", get(reader + "/keys").orRefused(422));
        samples.put(
                "POST /v1/readers/{readerId}/keys",
                Sample.made(AccessMatrixQuarkusTest::anotherKey).orRefused(422));
        samples.put(
                "DELETE /v1/readers/{readerId}/keys/{keyId}",
                json("DELETE", reader + "/keys/" + revokedKey(), "").orRefused(422));
    }

    private static String revokedKey() {
        TestReader key = TestReader.withNewKey(READER);
        key.revoke();
        return key.keyId();
    }

    /** A reader has two keys at most, so each gets a reader of its own in the same building. */
    private static Sample.Parts anotherKey() {
        String reader = id("R-matrix");
        putReader(reader, SETTINGS).statusCode(200);
        return new Sample.Parts("POST", "/v1/readers/" + reader + "/keys", "application/json", "{}");
    }

    private void scansAndBadges() {
        String scan = "{\"readerId\":\"%s\",\"studentId\":\"A1\",\"scannedAt\":\"2026-10-14T07:50:00-04:00\"}"
                .formatted(READER);
        samples.put("POST /v1/scans", json("POST", "/v1/scans", scan).orRefused(422));
        samples.put(
                "POST /v1/scans/batch",
                Sample.of("POST", "/v1/scans/batch", "application/x-ndjson", scan + "\n")
                        .telling("\"accepted\":1"));
        samples.put("GET /v1/scans/unresolved", get("/v1/scans/unresolved"));
        samples.put("GET /v1/scans/quarantined", get("/v1/scans/quarantined"));
        samples.put("GET /v1/scans/expired", get("/v1/scans/expired"));
        samples.put(
                "PUT /v1/badges/{badge}",
                json("PUT", "/v1/badges/matrix", "{\"studentId\":\"A1\",\"validFrom\":\"2026-09-01T00:00:00Z\"}"));
        doors().contentType("application/json")
                .body("{\"studentId\":\"A1\",\"validFrom\":\"2026-09-01T00:00:00Z\"}")
                .put("/v1/badges/matrix")
                .then()
                .statusCode(200);
        samples.put("GET /v1/badges/{badge}", get("/v1/badges/matrix"));
        samples.put("GET /v1/badges/conflicts", get("/v1/badges/conflicts"));
        samples.put("GET /v1/batches/{batchId}/errors", get("/v1/batches/" + batch() + "/errors"));
    }

    private static String batch() {
        return as(TestTokens.system("somebody", "scans:write", "*"))
                .contentType("application/x-ndjson")
                .body("no line\n".getBytes(UTF_8))
                .post("/v1/scans/batch")
                .then()
                .statusCode(200)
                .extract()
                .path("batchId");
    }

    private void operation() {
        samples.put("GET /v1/audit", get("/v1/audit?outcome=REFUSED"));
        samples.put("GET /v1/audit/students", get("/v1/audit/students?subject=somebody"));
        samples.put("GET /v1/dead-letters", get("/v1/dead-letters"));
        samples.put("POST /v1/dead-letters/replay", json("POST", "/v1/dead-letters/replay", ""));
        samples.put("POST /v1/replay", json("POST", "/v1/replay", "{\"topic\":\"access.grants.v1\"}"));
    }

    @Test
    void everybodyMayDoWhatThePageSaysAndNothingElse() throws Exception {
        doorsAndKeys();
        scansAndBadges();
        operation();
        Signer own = signer(TestReader.withNewKey(READER));
        Signer other = signer(TestReader.withNewKey(OTHERS_READER));

        var outcome = AccessMatrix.ask("building-entry", samples, own, other);

        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.endpoints()).isEqualTo(samples.size());
        assertThat(outcome.cells()).isGreaterThan(700);
    }
}
