package org.secondperiod.entry.scans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.entry.EntryApi.as;
import static org.secondperiod.entry.EntryApi.doors;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postBatch;
import static org.secondperiod.entry.EntryApi.putBadge;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.EntryApi.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.events.Scan;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ScanBatchesQuarkusTest {

    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final String HEADER = "scanId,readerId,badge,studentId,scannedAt,direction,sequence\n";

    @Inject
    EntryTopics topics;

    @Test
    void everyLineIsAccountedForAndGoodOnesGoThrough() {
        // Given a reader, a badge, and a body with every kind of line
        String readerId = reader();
        String badge = id("B");
        putBadge(badge, "{\"studentId\":\"S1\"}").statusCode(200);
        String body = String.join(
                "\n",
                scan(readerId, badge),
                scan(readerId, badge),
                scan(readerId, id("B")),
                scan(id("R"), badge),
                scan(readerId, badge, "2026-10-14T08:06:00-04:00"),
                scan(readerId, badge, "2026-08-14T08:00:00-04:00"),
                scan(readerId, badge, "14.10.2026 08:00"),
                "{\"readerId\":\"" + readerId + "\",",
                scan(readerId, badge, "2026-10-14T07:59:00-04:00"));

        // When it is posted
        var answer = postBatch(NDJSON, body)
                .statusCode(200)
                .body("batchId", notNullValue())
                .body("accepted", equalTo(3))
                .body("duplicates", equalTo(1))
                .body("unresolved", equalTo(1))
                .body("quarantined", equalTo(1))
                .body("rejected", equalTo(3))
                .body("flagged", equalTo(1))
                .body("errors.line.sort()", contains(6, 7, 8))
                .body("errors.find { it.line == 6 }.field", equalTo("scannedAt"))
                .body("errors.find { it.line == 6 }.reason", containsString("older than 30 days"))
                .body("errors.find { it.line == 7 }.field", equalTo("scannedAt"))
                .body("errors.find { it.line == 7 }.reason", containsString("RFC 3339"))
                .body("errors.find { it.line == 8 }.column", notNullValue())
                .body("warnings.line", contains(3, 4, 5))
                .body("warnings.find { it.line == 5 }.field", equalTo("scannedAt"));

        // Then the good ones are on the topic, and the errors are kept for the sender alone
        assertThat(topics.scans(readerId))
                .extracting(Scan::scannedAt)
                .containsExactlyInAnyOrder(
                        Instant.parse("2026-10-14T12:00:00Z"),
                        Instant.parse("2026-10-14T12:06:00Z"),
                        Instant.parse("2026-10-14T11:59:00Z"));
        String errors = "/v1/batches/" + answer.extract().<String>path("batchId") + "/errors";
        doors().get(errors)
                .then()
                .statusCode(200)
                .body("items.line", contains(6, 7, 8))
                .body("nextCursor", nullValue());
        as(TestTokens.person("ada", "admin", "*")).get(errors).then().statusCode(200);
        as(TestTokens.system("other-doors", "scans:write", "*"))
                .get(errors)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://secondperiod.org/problems/batch-not-found"));
    }

    @Test
    void csvAndNdjsonOfTheSameScansAreTheSameEvents() {
        String readerId = reader();
        String at = "2026-10-14T08:00:00-04:00";
        postBatch(
                        CSV,
                        "\uFEFFreaderId,studentId,scannedAt,direction,sequence\r\n" + readerId + ",S1," + at
                                + ",out,7\r\n" + readerId + ",\"S2\"," + at + ",,\r\n")
                .statusCode(200)
                .body("accepted", equalTo(2));

        postBatch(
                        NDJSON,
                        "{\"sequence\":7,\"direction\":\"out\",\"studentId\":\"S1\",\"readerId\":\"" + readerId
                                + "\",\"scannedAt\":\"2026-10-14T12:00:00Z\"}\n{\"studentId\":\"S2\",\"readerId\":\""
                                + readerId
                                + "\",\"scannedAt\":\"2026-10-14T12:00:00Z\"}\n")
                .statusCode(200)
                .body("accepted", equalTo(2));

        assertThat(topics.scans(readerId).stream()
                        .map(scan -> scan.eventId() + scan.studentId() + scan.direction())
                        .distinct())
                .hasSize(2);
    }

    @Test
    @Tag("F22")
    void aBodyThatIsSentAgainAfterItBrokeOffTakesEffectOnce() {
        // Given a body whose first part was taken
        String readerId = reader();
        List<String> lines = IntStream.range(0, 5_000)
                .mapToObj(i -> id("scan") + "," + readerId + ",,S" + i + ",2026-10-14T08:00:00-04:00,in," + i)
                .toList();
        postBatch(CSV, HEADER + String.join("\n", lines.subList(0, 2_857)) + "\n")
                .statusCode(200)
                .body("accepted", equalTo(2_857));

        // When all of it is sent, with one line changed
        String changed = lines.get(5).replace("08:00:00", "08:00:01");
        String again = lines.stream()
                .map(line -> line.equals(lines.get(5)) ? changed : line)
                .collect(Collectors.joining("\n"));
        postBatch(CSV, HEADER + again)
                .statusCode(200)
                .body("accepted", equalTo(4_999))
                .body("duplicates", equalTo(0))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(7))
                .body("errors[0].field", equalTo("scanId"));

        // Then each scan was told once
        assertThat(topics.scans(readerId))
                .extracting(Scan::studentId)
                .hasSize(5_000)
                .doesNotHaveDuplicates();
    }

    @Test
    void oneIdForTwoScansInABodyIsTheSecondOnesFault() {
        String readerId = reader();
        String scanId = id("scan");
        String line = scanId + "," + readerId + ",,%s,2026-10-14T08:00:00-04:00,,\n";

        postBatch(CSV, HEADER + line.formatted("S1") + line.formatted("S2") + line.formatted("S1"))
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("duplicates", equalTo(1))
                .body("rejected", equalTo(1))
                .body("errors[0].line", equalTo(3));

        assertThat(topics.scans(readerId)).extracting(Scan::studentId).containsExactly("S1");
    }

    @Test
    void aResentScanThatStillWaitsSaysSo() {
        String readerId = reader();
        String line = id("scan") + "," + readerId + "," + id("B") + ",,2026-10-14T08:00:00-04:00,,\n";
        postBatch(CSV, HEADER + line).body("unresolved", equalTo(1));

        postBatch(CSV, HEADER + line)
                .statusCode(200)
                .body("unresolved", equalTo(1))
                .body("warnings.line", contains(2))
                .body("accepted", equalTo(0));
    }

    @Test
    void moreThanAThousandErrorsAreKeptAndPaged() {
        String body = "readerId,badge,scannedAt\n" + "R,B,yesterday\n".repeat(2_500);
        var answer = postBatch(CSV, body)
                .statusCode(200)
                .body("rejected", equalTo(2_500))
                .body("errors", hasSize(1_000));

        String errors = "/v1/batches/" + answer.extract().<String>path("batchId") + "/errors";
        String second = doors().get(errors)
                .then()
                .body("items", hasSize(1_000))
                .extract()
                .path("nextCursor");
        String third = doors().queryParam("cursor", second)
                .get(errors)
                .then()
                .body("items[0].line", equalTo(1_002))
                .extract()
                .path("nextCursor");
        doors().queryParam("cursor", third)
                .get(errors)
                .then()
                .body("items", hasSize(500))
                .body("items[499].line", equalTo(2_501))
                .body("nextCursor", nullValue());
        doors().queryParam("cursor", "nonsense").get(errors).then().statusCode(422);
    }

    @Test
    void wrongBytesAreTheirLinesFault() {
        String readerId = reader();
        byte[] body = ("readerId,studentId,scannedAt\n" + readerId + ",Jos\u00e9,2026-10-14T08:00:00-04:00\n" + readerId
                        + ",S\u00012,2026-10-14T08:00:00-04:00\n" + readerId + ",S3,2026-10-14T08:00:00-04:00\n")
                .getBytes(Charset.forName("windows-1252"));

        postBatch(CSV, body)
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("errors.line", contains(2, 3))
                .body("errors.column", contains(readerId.length() + 5, readerId.length() + 3))
                .body("errors[0].reason", containsString("0xE9"))
                .body("errors[1].reason", containsString("0x01"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"readerId,badge\nR,B\n", "readerId,scannedAt,Badge\n", "readerId;badge;scannedAt\n", "\n", ""})
    void aHeaderThatDoesNotFitIsOneClearProblem(String body) {
        postBatch(CSV, body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("detail", notNullValue());
    }

    @Test
    void anotherTypeAndAnotherCharsetAreRefused() {
        postBatch("application/json", "{}").statusCode(415).contentType("application/problem+json");
        postBatch(
                        "text/csv; charset=windows-1252",
                        "readerId,badge,scannedAt\n".getBytes(Charset.forName("windows-1252")))
                .statusCode(415)
                .body("type", equalTo("https://secondperiod.org/problems/charset-not-supported"));
    }

    @Test
    void aBodyOverTheSizeIsRefusedNamingTheSize() {
        // the tests' limit is 2 MiB
        postBatch(CSV, "readerId,badge,scannedAt\n" + "R,B,yesterday\n".repeat(200_000))
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("2 MiB (2097152 bytes)"));
    }

    @Test
    void aHeaderWithoutLinesIsNothingWrong() {
        postBatch(CSV, HEADER).statusCode(200).body("accepted", equalTo(0)).body("errors", empty());
    }
}
