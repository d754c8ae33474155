package org.secondperiod.outreach.disclosures;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.orders.ErasureSweep;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.time.MachineClock;

/** The log of disclosures: written, read, never changed, and gone only with the student. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DisclosuresQuarkusTest {

    private static final Instant NOW = Instant.parse("2026-10-14T15:00:00Z");

    @Inject
    TestClock clock;

    @Inject
    ErasureSweep sweep;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String ana = fresh("ana");

    @BeforeEach
    void afterwards() {
        clock.set(NOW);
    }

    @AfterEach
    void backToTheTestsDay() {
        clock.set(TestClock.START);
    }

    private static RequestSpecification admin() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json");
    }

    private Map<String, String> entry(String recipient) {
        return new HashMap<>(Map.of(
                "studentId",
                ana,
                "recipient",
                recipient,
                "what",
                "attendance of October",
                "why",
                "subpoena 451234/2026",
                "disclosedAt",
                "2026-10-14T10:00:00-04:00"));
    }

    private static ValidatableResponse log(Map<String, String> entry) {
        return admin().body(entry).post("/v1/disclosures").then();
    }

    private ValidatableResponse read() {
        return admin().get("/v1/students/{id}/disclosures", ana).then().statusCode(200);
    }

    @Test
    void whoGotWhatAndWhyIsReadAgain() {
        log(entry("Family Court"))
                .statusCode(201)
                .body("disclosedAt", equalTo("2026-10-14T14:00:00Z"))
                .body("recordedBy", equalTo(StackTestResource.FIRST_ADMIN));
        Map<String, String> now = entry("P.S. 12");
        now.remove("disclosedAt");
        log(now).statusCode(201)
                .body("disclosedAt", equalTo(NOW.toString()))
                .body("recordedAt", equalTo(NOW.toString()));

        read().body("items.recipient", contains("Family Court", "P.S. 12"))
                .body("items[0].what", equalTo("attendance of October"))
                .body("items[0].why", equalTo("subpoena 451234/2026"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"studentId", "recipient", "what", "why"})
    void whatIsMissingIsNamed(String field) {
        Map<String, String> entry = entry("a court");
        entry.remove(field);

        log(entry).statusCode(422).body("violations[0].field", equalTo(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2199-01-01T00:00:00Z", "2026-10-14T11:00:01-04:00"})
    void nothingIsDisclosedInTheFutureOfTheDayThatIsPlayed(String at) {
        Map<String, String> entry = entry("a court");
        entry.put("disclosedAt", at);

        log(entry).statusCode(422).body("violations[0].field", equalTo("disclosedAt"));
    }

    @Test
    void nobodyChangesAnEntryOrTakesItOut() {
        log(entry("a court")).statusCode(201);

        assertThatThrownBy(() -> owner.useHandle(handle ->
                        handle.execute("UPDATE disclosure SET recorded_by = 'nobody' WHERE student_id = ?", ana)))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        owner.useHandle(handle -> handle.execute("DELETE FROM disclosure WHERE student_id = ?", ana)))
                .hasMessageContaining("stays as long as the records");
    }

    @Test
    void whatPeopleWroteLiesSealed() {
        log(entry("a court in the Bronx")).statusCode(201);

        String rows = owner.withHandle(
                handle -> handle.createQuery("SELECT string_agg(d::text, ' ') FROM disclosure d WHERE student_id = ?")
                        .bind(0, ana)
                        .mapTo(String.class)
                        .one());

        assertThat(rows).contains("ciphertext").doesNotContain("Bronx");
    }

    @Test
    void itGoesWithTheStudent() {
        log(entry("a court")).statusCode(201);
        String order = admin().body(Map.of("studentId", ana, "why", "the parents asked"))
                .post("/v1/erasures")
                .then()
                .statusCode(202)
                .extract()
                .path("orderId");
        await().atMost(Duration.ofSeconds(20)).until(() -> isKnown(order));

        sweep.sweep(MachineClock.now());
        sweep.sweep(MachineClock.now().plusSeconds(61));

        read().body("items", empty());
        assertThat(isKnown(order)).isTrue();
    }

    private boolean isKnown(String order) {
        return owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM erasure WHERE order_id = ?")
                        .bind(0, order)
                        .mapTo(Long.class)
                        .one())
                == 1;
    }
}
