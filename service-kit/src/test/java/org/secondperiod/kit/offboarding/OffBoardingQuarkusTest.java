package org.secondperiod.kit.offboarding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

/** A district ends: ordered once, refused while a legal hold is in force, and from then on nobody is served. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OffBoardingQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ENDS = "ended-by-the-test";

    @Inject
    Jdbi jdbi;

    @Inject
    TestTopics topics;

    @Inject
    OffBoarded offBoarded;

    private final Jdbi owner = TestDatabase.asOwner();

    @BeforeEach
    void noHoldOfAnotherTest() {
        await().atMost(PATIENCE).until(() -> count("consumer_offset WHERE consumer = 'service-kit-orders'") > 0);
        owner.useHandle(handle -> handle.execute("UPDATE known_hold SET ended = true"));
    }

    @AfterEach
    void theDistrictIsBack() {
        owner.useHandle(handle -> handle.execute("DELETE FROM off_boarding"));
        offBoarded.look();
    }

    private static RequestSpecification admin() {
        return given().auth()
                .oauth2(TestTokens.anybody(StackTestResource.FIRST_ADMIN))
                .contentType("application/json");
    }

    private static ValidatableResponse order(String district) {
        return admin().body(Map.of("districtId", district))
                .post("/v1/off-boarding")
                .then();
    }

    private static ValidatableResponse state() {
        return admin().get("/v1/off-boarding").then().statusCode(200);
    }

    private long count(String from) {
        return owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .mapTo(Long.class)
                .one());
    }

    @Test
    void onceItIsOrderedNobodyIsServedAndItIsSaidWhoOrderedIt() {
        state().body("state", equalTo("NOT_ORDERED")).body("orderedBy", nullValue());

        order("demo")
                .statusCode(200)
                .body("state", equalTo("ORDERED"))
                .body("orderedBy", equalTo(StackTestResource.FIRST_ADMIN));

        for (String path : List.of("/v1/retention", "/v1/students/ana/export", "/v1/dead-letters")) {
            admin().get(path).then().statusCode(403).body("type", containsString("district-off-boarded"));
        }
        state().body("state", equalTo("ORDERED"));
        admin().get("/v1/audit?outcome=REFUSED&limit=1000")
                .then()
                .statusCode(200)
                .body("items.operation", hasItem("exportStudent"));
        given().get("/q/health").then().statusCode(200);
    }

    @Test
    void orderedAgainItIsTheOrderThatStands() {
        String at = order("demo").extract().path("orderedAt");

        order("demo").statusCode(200).body("orderedAt", equalTo(at));
    }

    @Test
    void whoOrderedItIsInTheAudit() {
        long before = count("audit WHERE operation = 'orderOffBoarding' AND outcome = 'DONE' AND status IS NULL");

        order("demo").statusCode(200);

        assertThat(count("audit WHERE operation = 'orderOffBoarding' AND outcome = 'DONE' AND status IS NULL"))
                .isEqualTo(before + 1);
    }

    @Test
    void anotherDistrictIsNotEndedByMistake() {
        order("lakeside").statusCode(422).body("violations[0].field", equalTo("districtId"));
        admin().body("{}").post("/v1/off-boarding").then().statusCode(422);

        state().body("state", equalTo("NOT_ORDERED"));
    }

    @Test
    void aLegalHoldStandsAgainstItAndIsNamed() {
        String hold = "hold-" + UUID.randomUUID();
        tell(hold, false, 1);
        await().atMost(PATIENCE).untilAsserted(() -> state().body("keptBy", hasItem(hold)));

        order("demo").statusCode(409).body("keptBy", hasItem(hold)).body("type", containsString("kept-by-legal-hold"));
        state().body("state", equalTo("NOT_ORDERED"));

        tell(hold, true, 2);
        await().atMost(PATIENCE).untilAsserted(() -> state().body("keptBy", empty()));
        order("demo").statusCode(200);
    }

    private void tell(String hold, boolean ended, long version) {
        topics.send(
                Topics.ORDERS,
                new PrivacyOrder(
                        hold + version,
                        hold,
                        PrivacyOrder.Kind.LEGAL_HOLD,
                        "ana-" + ENDS,
                        null,
                        ended,
                        version,
                        Instant.parse("2026-10-14T12:00:00Z")));
    }

    @Test
    void itIsForAdministratorsOfTheWholeDistrict() {
        given().auth()
                .oauth2(TestGrants.of("one-school").as("admin", "A").hold())
                .contentType("application/json")
                .body(Map.of("districtId", "demo"))
                .post("/v1/off-boarding")
                .then()
                .statusCode(403);
    }

    @Test
    void theServiceCannotTakeItBack() {
        order("demo").statusCode(200);

        assertThatThrownBy(() -> jdbi.useTransaction(tx -> tx.execute("DELETE FROM off_boarding")))
                .hasMessageContaining("permission denied");
    }
}
