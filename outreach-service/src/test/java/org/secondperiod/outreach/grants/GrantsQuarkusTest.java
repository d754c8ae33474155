package org.secondperiod.outreach.grants;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.events.GrantChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestGrants;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;

/** Grants through the API: given, looked at, changed, revoked; by whom, and what it does. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class GrantsQuarkusTest {

    @Inject
    TestTopics topics;

    private final Jdbi jdbi = TestDatabase.asOwner();

    private final String school = fresh("school");
    private final String other = fresh("school");
    private final String rivera = fresh("rivera");

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    private static RequestSpecification firstAdmin() {
        return as(TestTokens.anybody(StackTestResource.FIRST_ADMIN));
    }

    private Map<String, Object> grant(String role, String... schools) {
        Map<String, Object> body = new HashMap<>();
        body.put("subject", rivera);
        body.put("role", role);
        body.put("schools", List.of(schools));
        body.put("why", "joins the team");
        return body;
    }

    private String give(String role, String... schools) {
        return firstAdmin()
                .body(grant(role, schools))
                .post("/v1/grants")
                .then()
                .statusCode(201)
                .extract()
                .path("grantId");
    }

    private ValidatableResponse tasksOf(String at) {
        return as(TestTokens.anybody(rivera)).get("/v1/call-tasks?school=" + at).then();
    }

    @Test
    void whoWasGivenARoleHasItAtOnceAtThatSchoolAndUntilItIsRevoked() {
        // given
        tasksOf(school).statusCode(403);

        // when
        Response answer = firstAdmin().body(grant("caller", school)).post("/v1/grants");

        // then
        String id = answer.then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", endsWith("/outreach/v1/grants/" + answer.path("grantId")))
                .body("state", equalTo("IN_FORCE"))
                .body("grantedBy", equalTo(StackTestResource.FIRST_ADMIN))
                .body("why", equalTo("joins the team"))
                .extract()
                .path("grantId");
        tasksOf(school).statusCode(200);
        tasksOf(other).statusCode(403);

        // and when
        firstAdmin()
                .body(Map.of("why", "has left"))
                .post("/v1/grants/{id}/revoke", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("REVOKED"));

        // then
        tasksOf(school).statusCode(403).body("detail", containsString("no grant of yours is in force"));
    }

    @Test
    void everyChangeIsToldAndKeptWithWhoAndWhy() {
        // when
        String id = give("caller", school);
        Instant end = Instant.now().plus(Duration.ofDays(30));
        firstAdmin()
                .body(Map.of(
                        "schools",
                        List.of(other),
                        "rights",
                        List.of("restricted-notes"),
                        "expiresAt",
                        end.toString(),
                        "why",
                        "moves to the annex"))
                .put("/v1/grants/{id}", id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        firstAdmin()
                .body(Map.of("why", "has left"))
                .post("/v1/grants/{id}/revoke", id)
                .then()
                .statusCode(200);
        firstAdmin()
                .body(Map.of("why", "once more"))
                .post("/v1/grants/{id}/revoke", id)
                .then()
                .statusCode(200)
                .body("why", equalTo("has left"));

        // then
        firstAdmin()
                .get("/v1/grants/{id}/history", id)
                .then()
                .statusCode(200)
                .body("items.what", contains("GRANTED", "CHANGED", "REVOKED"))
                .body("items.why", contains("joins the team", "moves to the annex", "has left"))
                .body("items[0].schools", contains(school))
                .body("items[2].schools", contains(other));
        await().atMost(Duration.ofSeconds(20)).until(() -> told(id).size() == 3);
        assertThat(told(id)).extracting(GrantChanged::version).containsExactly(1L, 2L, 3L);
        assertThat(told(id).get(1).rights()).containsExactly("restricted-notes");
        assertThat(told(id).get(2).revoked()).isTrue();
    }

    private List<GrantChanged> told(String id) {
        return topics.readAll(Topics.GRANTS).stream()
                .filter(event -> event.grantId().equals(id))
                .toList();
    }

    @Test
    void theDatabaseRefusesToRewriteTheHistory() {
        String id = give("caller", school);

        assertThatThrownBy(() -> jdbi.useHandle(handle ->
                        handle.execute("UPDATE staff_grant_change SET why = 'no reason' WHERE grant_id = ?", id)))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbi.useHandle(
                        handle -> handle.execute("DELETE FROM staff_grant_change WHERE grant_id = ?", id)))
                .hasMessageContaining("append-only");
    }

    @Test
    void anEditOfWhatSomebodyElseChangedIsRefused() {
        String id = give("caller", school);
        Map<String, Object> change = Map.of("schools", List.of(school, other), "why", "both");

        firstAdmin()
                .header("If-Match", "\"1\"")
                .body(change)
                .put("/v1/grants/{id}", id)
                .then()
                .statusCode(200);

        firstAdmin()
                .header("If-Match", "\"1\"")
                .body(change)
                .put("/v1/grants/{id}", id)
                .then()
                .statusCode(412)
                .body("type", endsWith("changed-meanwhile"));
    }

    @Test
    void aRevokedGrantStaysRevoked() {
        String id = give("caller", school);
        firstAdmin().body(Map.of("why", "has left")).post("/v1/grants/{id}/revoke", id);

        firstAdmin()
                .body(Map.of("schools", List.of(school), "why", "is back"))
                .put("/v1/grants/{id}", id)
                .then()
                .statusCode(409)
                .body("type", endsWith("grant-revoked"));
    }

    @Test
    void theSameRequestSentAgainGivesOneGrant() {
        String key = fresh("key");

        String first = firstAdmin()
                .header("Idempotency-Key", key)
                .body(grant("caller", school))
                .post("/v1/grants")
                .path("grantId");
        String again = firstAdmin()
                .header("Idempotency-Key", key)
                .body(grant("caller", school))
                .post("/v1/grants")
                .path("grantId");

        assertThat(again).isEqualTo(first);
        firstAdmin().get("/v1/grants?subject=" + rivera).then().body("items", hasSize(1));
    }

    @Test
    void aLeadGivesCallersForTheirSchoolAndNothingMore() {
        String lead = TestTokens.person(fresh("okafor"), "attendance-lead", school);

        as(lead).body(grant("caller", school)).post("/v1/grants").then().statusCode(201);
        as(lead).body(grant("caller", other))
                .post("/v1/grants")
                .then()
                .statusCode(403)
                .body("type", endsWith("more-than-you-hold"));
        as(lead).body(grant("principal", school)).post("/v1/grants").then().statusCode(403);
        as(TestTokens.person(fresh("chen"), "caller", school))
                .body(grant("caller", school))
                .post("/v1/grants")
                .then()
                .statusCode(403)
                .body("type", endsWith("not-allowed"));
    }

    @Test
    void nobodyGivesThemselvesMoreAndEverybodyMayGiveUp() {
        String admin = TestGrants.of(rivera).as("admin", "*").hold();

        as(admin)
                .body(grant("caller", school))
                .post("/v1/grants")
                .then()
                .statusCode(403)
                .body("type", endsWith("own-grant"));

        String id = give("caller", school);
        Map<String, Object> longer = Map.of("schools", List.of("*"), "why", "more");
        as(admin).body(longer).put("/v1/grants/{id}", id).then().statusCode(403).body("type", endsWith("own-grant"));
        as(TestTokens.anybody(rivera))
                .body(Map.of("why", "I have left"))
                .post("/v1/grants/{id}/revoke", id)
                .then()
                .statusCode(200);
    }

    @Test
    void nobodyGivesLongerThanTheyHold() {
        // A database keeps microseconds, and rounds.
        Instant end = Instant.now().plus(Duration.ofDays(10)).truncatedTo(ChronoUnit.MILLIS);
        String lead = TestGrants.of(fresh("okafor"))
                .until(end, "attendance-lead", school)
                .hold();
        Map<String, Object> longer = grant("caller", school);
        longer.put("expiresAt", end.plusSeconds(60).toString());

        as(lead).body(longer)
                .post("/v1/grants")
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("expiresAt"));
        String given = as(lead).body(grant("caller", school)).post("/v1/grants").path("expiresAt");

        assertThat(Instant.parse(given)).isBetween(end.minusSeconds(1), end);
    }

    @Test
    void whatAGrantWasAtAnotherSchoolIsNotSeenWhereItIsNow() {
        String id = give("caller", other);
        firstAdmin()
                .body(Map.of("schools", List.of(school), "why", "moves here"))
                .put("/v1/grants/{id}", id)
                .then()
                .statusCode(200);
        String lead = TestTokens.person(fresh("okafor"), "attendance-lead", school);

        as(lead).get("/v1/grants/{id}/history", id)
                .then()
                .statusCode(200)
                .body("items.version", contains(2))
                .body("items.schools", contains(List.of(school)));
        firstAdmin().get("/v1/grants/{id}/history", id).then().body("items.version", contains(1, 2));
    }

    @Test
    void aLeadSeesTheGrantsOfTheirSchoolsOnly() {
        String here = give("caller", school);
        String there = give("caller", other);
        String lead = TestTokens.person(fresh("okafor"), "attendance-lead", school);

        as(lead).get("/v1/grants?subject=" + rivera).then().statusCode(200).body("items.grantId", contains(here));
        as(lead).get("/v1/grants?school=" + other).then().statusCode(403);
        as(lead).get("/v1/grants/{id}", there).then().statusCode(404);
        as(lead).get("/v1/grants/{id}/history", there).then().statusCode(404);
        as(lead).body(Map.of("why", "none of my business"))
                .post("/v1/grants/{id}/revoke", there)
                .then()
                .statusCode(404);
    }

    @Test
    void grantsAreListedByPersonSchoolRoleAndStateInPages() {
        String caller = give("caller", school);
        String lead = give("attendance-lead", school, other);
        firstAdmin().body(Map.of("why", "has left")).post("/v1/grants/{id}/revoke", caller);

        firstAdmin().get("/v1/grants?school=" + other).then().body("items.grantId", contains(lead));
        firstAdmin().get("/v1/grants?role=caller&subject=" + rivera).then().body("items.grantId", contains(caller));
        firstAdmin().get("/v1/grants?state=REVOKED&subject=" + rivera).then().body("items.grantId", contains(caller));
        firstAdmin().get("/v1/grants?state=IN_FORCE&subject=" + rivera).then().body("items.grantId", contains(lead));
        String cursor = firstAdmin().get("/v1/grants?limit=1&subject=" + rivera).path("nextCursor");
        firstAdmin()
                .get("/v1/grants?limit=1&subject={s}&cursor={c}", rivera, cursor)
                .then()
                .body("items", hasSize(1))
                .body("nextCursor", equalTo(null));
    }

    @Test
    void everybodySeesWhatTheyMayDoThemselves() {
        String id = give("caller", school);

        as(TestTokens.anybody(rivera))
                .get("/v1/grants/mine")
                .then()
                .statusCode(200)
                .body("subject", equalTo(rivera))
                .body("items.grantId", contains(id))
                .body("items[0].role", equalTo("caller"));
        as(TestTokens.anybody(rivera)).get("/v1/grants/{id}", id).then().statusCode(200);
        as(TestTokens.anybody(fresh("stranger")))
                .get("/v1/grants/mine")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"role":"caller","schools":["A"],"why":"x"}                                              | subject
            {"subject":"a","schools":["A"],"why":"x"}                                                | role
            {"subject":"a","role":"caller","why":"x"}                                                | schools
            {"subject":"a","role":"caller","schools":["A"]}                                          | why
            {"subject":"a","role":"superuser","schools":["A"],"why":"x"}                             | role
            {"subject":"a","role":"caller","schools":[],"why":"x"}                                   | schools
            {"subject":"a","role":"caller","schools":["A","*"],"why":"x"}                            | schools[1]
            {"subject":"a","role":"caller","schools":["A"],"why":" "}                                | why
            {"subject":"a","role":"caller","schools":["A"],"rights":["all"],"why":"x"}               | rights
            {"subject":"a","role":"caller","schools":["A"],"expiresAt":"2026-01-01T00:00:00Z","why":"x"} | expiresAt
            {"subject":"a","role":"caller","schools":["A"],"expiresAt":"2199-01-01T00:00:00Z","why":"x"} | expiresAt
            """)
    void whatIsNotValidIsNamed(String body, String field) {
        firstAdmin().body(body).post("/v1/grants").then().statusCode(422).body("violations[0].field", equalTo(field));
    }
}
