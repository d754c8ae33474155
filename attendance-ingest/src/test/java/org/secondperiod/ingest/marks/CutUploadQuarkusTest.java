package org.secondperiod.ingest.marks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CutUploadQuarkusTest {

    private static final int LINES = Integer.getInteger("cutUpload.lines", 20_000);

    /** All of it is read: a socket that is closed with something unread takes back what it has sent. */
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";

    @Inject
    TestTopics topics;

    @Test
    @Tag("F22")
    void anUploadThatIsCutAndSentAgainHasTheEffectOfOne() throws IOException {
        var school = Api.school();
        var prefix = Api.fresh("m");
        var body = IntStream.range(0, LINES)
                .mapToObj(i -> Marks.json("s" + i, school, "A", ",\"markId\":\"%s.%d\"".formatted(prefix, i)))
                .collect(joining("\n"))
                .getBytes(UTF_8);
        sendPart(body, body.length * 57 / 100);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(Marks.of(topics, school)).hasSizeGreaterThan(LINES / 4));

        Api.sis()
                .contentType(Api.NDJSON)
                .body(body)
                .post("/v1/absence-marks/batch")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(LINES))
                .body("rejected", equalTo(0));

        var events = Marks.of(topics, school);
        assertThat(events.stream().map(AbsenceMark::markId).distinct().count()).isEqualTo(LINES);
        assertThat(events).hasSize(LINES);
    }

    @ParameterizedTest
    @CsvSource({
        "/ingest/v1/absence-marks,       application/json,     marks:write",
        "/ingest/v1/absence-marks/batch, application/x-ndjson, marks:write",
        "/ingest/v1/rosters,             application/zip,      roster:write"
    })
    void whoHangsUpIsLoggedAsThatAndNotAsAFaultOfOurs(String path, String type, String scope) throws IOException {
        var before = TestLog.end();

        sendPart(path, type, scope, "{\"studentId\":\"s1\"}".repeat(100).getBytes(UTF_8), 500);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(TestLog.since(before)).contains("A client hung up before its request had come in"));
        assertThat(TestLog.since(before)).doesNotContain("our own fault", " ERROR ");
        assertThat(given().get("/q/metrics").body().asString().lines())
                .noneMatch(
                        line -> line.startsWith("http_server_requests_seconds_count") && line.contains("status=\"5"));
    }

    /** Announces the whole body, sends a part of it once the service wants it, and hangs up. */
    private static void sendPart(byte[] body, int part) throws IOException {
        sendPart("/ingest/v1/absence-marks/batch", "application/x-ndjson", "marks:write", body, part);
    }

    private static void sendPart(String path, String type, String scope, byte[] body, int part) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write("""
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: %s\r
                    Content-Length: %d\r
                    Expect: 100-continue\r
                    \r
                    """.formatted(path, TestTokens.system("sis", scope, "*"), type, body.length)
                    .getBytes(UTF_8));
            out.flush();
            var answer = new byte[CONTINUE.length()];
            socket.getInputStream().readNBytes(answer, 0, answer.length);
            assertThat(new String(answer, UTF_8)).isEqualTo(CONTINUE);
            out.write(body, 0, part);
            out.flush();
        }
    }
}
