package org.secondperiod.entry.scans;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.entry.EntryApi.postBatch;
import static org.secondperiod.entry.EntryApi.reader;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.testing.StackTestResource;

/** Whoever sends scans that are kept hears of each line why, and what ends that. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class KeptScansQuarkusTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void everyLineThatWaitsSaysForWhat(String type) {
        String readerId = reader();
        String at = "2026-10-14T08:00:00-04:00";
        String body = type.equals(CSV)
                ? "scanId,readerId,badge,studentId,scannedAt,direction,sequence\n,%s,B-none,,%s,,\n,%s,,S1,%s,,\n,R-none,,S1,%s,,\n"
                : """
                  {"readerId":"%s","badge":"B-none","scannedAt":"%s"}
                  {"readerId":"%s","studentId":"S1","scannedAt":"%s"}
                  {"readerId":"R-none","studentId":"S1","scannedAt":"%s"}
                  """;
        int first = type.equals(CSV) ? 2 : 1;

        postBatch(type, body.formatted(readerId, at, readerId, at, at))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("warnings.line", contains(first, first + 2))
                .body("warnings.field", contains("badge", "readerId"))
                .body("warnings[0].reason", containsString("is nobody's at that moment"))
                .body("warnings[0].reason", containsString("PUT /entry/v1/badges/{badge}"))
                .body("warnings[1].reason", containsString("is not registered"))
                .body("warnings[1].reason", containsString("PUT /entry/v1/readers/{readerId}"))
                .body("flagged", equalTo(0));
    }
}
