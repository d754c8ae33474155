package org.secondperiod.ingest.marks;

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
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.ingest.testing.Api;
import org.secondperiod.ingest.testing.Marks;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CutUploadQuarkusTest {

    private static final int LINES = Integer.getInteger("cutUpload.lines", 20_000);

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

    /** Announces the whole body, sends a part of it, and hangs up. */
    private static void sendPart(byte[] body, int part) throws IOException {
        try (var socket = new Socket("localhost", RestAssured.port)) {
            var out = socket.getOutputStream();
            out.write("""
                    POST /ingest/v1/absence-marks/batch HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: application/x-ndjson\r
                    Content-Length: %d\r
                    \r
                    """.formatted(TestTokens.system("sis", "marks:write", "*"), body.length)
                    .getBytes(UTF_8));
            out.write(body, 0, part);
            out.flush();
        }
    }
}
