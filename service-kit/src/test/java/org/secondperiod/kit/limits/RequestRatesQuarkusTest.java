package org.secondperiod.kit.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;

/** What a credential gets that asks too often, and what others get meanwhile. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(RequestRatesQuarkusTest.FewAtOnce.class)
class RequestRatesQuarkusTest {

    private static final int AT_ONCE = 5;
    private static final byte[] ONE = "{\"schoolId\":\"S1\",\"amount\":1}".getBytes(StandardCharsets.UTF_8);

    @TestHTTPResource("/v1/counter")
    URI counter;

    public static final class FewAtOnce implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "secondperiod.limits.system.at-once",
                    "" + AT_ONCE,
                    "secondperiod.limits.system.per-second",
                    "1",
                    "secondperiod.limits.person.at-once",
                    "" + 2 * AT_ONCE,
                    "secondperiod.limits.person.per-second",
                    "1");
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToAskAgainAndThenGetsOn() {
        String token = system("eager");

        assertThat(statuses(token, AT_ONCE)).containsOnly(200);
        refused(token)
                .contentType("application/problem+json")
                .header("Retry-After", "1")
                .body("type", endsWith("too-many-requests"))
                .body("detail", containsString("many records in one request"));
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> statuses(token, 1), List.of(200)::equals);
    }

    @Test
    void nobodyElseNoticesAndRefusedOnesCountToo() {
        String eager = TestTokens.system("eager-and-refused", "marks:write", "S1");
        assertThat(statuses(eager, AT_ONCE)).containsOnly(403);
        refused(eager);

        assertThat(statuses(system("patient"), 1)).containsExactly(200);
        String person = TestGrants.of("eager-and-refused").as("admin", "S1").hold();
        assertThat(statuses(person, 2 * AT_ONCE)).doesNotContain(429);
        refused(person);
    }

    @Test
    void aLargeBodyIsAnsweredAsWell() throws Exception {
        String token = system("large");
        // Not REST Assured: where a connection breaks, it takes half a minute to write these bytes into its message.
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                statuses(token, AT_ONCE);
                return client.send(large(token), BodyHandlers.ofString()).statusCode() == 429;
            });
        }
        given().post("/v1/counter").then().statusCode(401);
    }

    private HttpRequest large(String token) {
        return HttpRequest.newBuilder(counter)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[5_000_000]))
                .build();
    }

    private static String system(String subject) {
        return TestTokens.system(subject, "roster:write", "S1");
    }

    /** The first request beyond the rate: on a slow machine a little more is allowed meanwhile. */
    private static ValidatableResponse refused(String token) {
        return Stream.generate(() -> count(token, ONE))
                .limit(10L * AT_ONCE)
                .filter(answer -> answer.extract().statusCode() == 429)
                .findFirst()
                .orElseThrow(() -> new AssertionError("never refused"));
    }

    private static List<Integer> statuses(String token, int requests) {
        var statuses = new ArrayList<Integer>();
        IntStream.range(0, requests)
                .forEach(each -> statuses.add(count(token, ONE).extract().statusCode()));
        return statuses;
    }

    private static ValidatableResponse count(String token, byte[] body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post("/v1/counter")
                .then();
    }
}
