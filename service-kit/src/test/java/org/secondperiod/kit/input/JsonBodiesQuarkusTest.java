package org.secondperiod.kit.input;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTokens;

/** A JSON body has its limit, whether its length is said or not. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class JsonBodiesQuarkusTest {

    private static final byte[] LARGE =
            ("{\"schoolId\":\"" + "x".repeat(2 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/v1/counter")
    URI counter;

    @Test
    void oneThatIsTooLargeIsAnsweredWithItsLimit() {
        given().auth()
                .oauth2(token())
                .header("Idempotency-Key", "too-large")
                .contentType("application/json")
                .body(LARGE)
                .post("/v1/counter")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", endsWith("body-too-large"))
                .body("detail", containsString("1 MiB"));
    }

    @Test
    void soIsOneOfWhichNobodySaidHowLargeItIs() throws IOException, InterruptedException {
        assertThat(sentInPieces(LARGE)).isEqualTo(413);
        assertThat(sentInPieces("{\"schoolId\":\"S1\",\"amount\":1}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(200);
    }

    private int sentInPieces(byte[] body) throws IOException, InterruptedException {
        try (var http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(counter)
                    .header("Authorization", "Bearer " + token())
                    .header("Idempotency-Key", "in-pieces-" + body.length)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String token() {
        return TestTokens.system("large-bodies", "roster:write", "S1");
    }
}
