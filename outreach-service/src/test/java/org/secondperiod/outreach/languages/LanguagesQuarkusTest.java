package org.secondperiod.outreach.languages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Who speaks what, and who is given a call after a language barrier. Ana's mother speaks Spanish; it is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class LanguagesQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String BARRIER = "{\"outcome\":\"LANGUAGE_BARRIER\",\"contactId\":\"%s\"}";

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String mother = fresh("guardian");
    private final String rivera = fresh("rivera");
    private final String chen = fresh("chen");
    private final String okafor = fresh("okafor");
    /** Nobody else's: whoever shares a number is of one household, and with one caller. */
    private final String number = "646%07d".formatted(Math.floorMod(ana.hashCode(), 10_000_000));

    @BeforeEach
    void anaIsToBeCalled() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.person(
                ana,
                "Ana",
                "Peña",
                List.of(),
                List.of(new Contact(
                        mother,
                        "Maria",
                        "Peña",
                        "mother",
                        1,
                        "es-419",
                        false,
                        null,
                        true,
                        null,
                        List.of(new Phone(number, "+1" + number, "mobile", null)))));
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        await().atMost(SOON).untilAsserted(() -> card().body("callees[0].contactId", equalTo(mother)));
    }

    private RequestSpecification as(String who, String role) {
        return given().auth().oauth2(TestTokens.person(who, role, school)).contentType("application/json");
    }

    private String task() {
        return String.valueOf(concluded.task(ana, school).orElseThrow().get("task_id"));
    }

    private ValidatableResponse card() {
        return as(rivera, "caller").get("/v1/call-tasks/{id}/card", task()).then();
    }

    private ValidatableResponse next(String who) {
        return as(who, "caller")
                .body(Map.of("schools", List.of(school)))
                .post("/v1/call-tasks/next")
                .then();
    }

    private ValidatableResponse says(String who, String... languages) {
        return as(who, "caller")
                .body(Map.of("languages", List.of(languages)))
                .put("/v1/staff-languages/mine")
                .then();
    }

    private void riveraMeetsABarrier() {
        as(rivera, "caller")
                .body(BARRIER.formatted(mother))
                .post("/v1/call-tasks/{id}/attempts", task())
                .then()
                .statusCode(201);
        clock.set(at("09:06"));
    }

    @Test
    void afterALanguageBarrierTheCallIsOfferedToWhoSpeaksTheLanguageOnly() {
        // given
        says(chen, "es").statusCode(200);
        says(rivera, "fr").statusCode(200);

        // when
        riveraMeetsABarrier();

        // then
        next(rivera).statusCode(204);
        as(rivera, "caller")
                .get("/v1/call-tasks?day=2026-10-14&school=" + school)
                .then()
                .body("items.studentId", contains(ana));
        card().body("languageBarrier.language", equalTo("es")).body("languageBarrier.spokenBy", contains(chen));
        next(chen).statusCode(200).body("studentId", equalTo(ana));
    }

    @Test
    void whereNobodyOfTheSchoolSpeaksItAnybodyIsOfferedTheCall() {
        // given
        String elsewhere = fresh("elsewhere");
        given().auth()
                .oauth2(TestTokens.person(elsewhere, "caller", fresh("other-school")))
                .contentType("application/json")
                .body(Map.of("languages", List.of("es")))
                .put("/v1/staff-languages/mine")
                .then()
                .statusCode(200);

        // when
        riveraMeetsABarrier();

        // then
        card().body("languageBarrier.language", equalTo("es")).body("languageBarrier.spokenBy", empty());
        next(rivera).statusCode(200).body("studentId", equalTo(ana));
    }

    @Test
    void aBarrierThatIsCorrectedIsNone() {
        // given
        says(chen, "es").statusCode(200);
        String attempt = as(rivera, "caller")
                .body(BARRIER.formatted(mother))
                .post("/v1/call-tasks/{id}/attempts", task())
                .then()
                .statusCode(201)
                .extract()
                .path("attempts[0].attemptId");

        // when
        as(rivera, "caller")
                .body("{\"outcome\":\"BUSY\"}")
                .put("/v1/attempts/{id}", attempt)
                .then()
                .statusCode(200);
        clock.set(at("09:30"));

        // then
        card().body("languageBarrier", nullValue());
        next(rivera).statusCode(200).body("studentId", equalTo(ana));
    }

    @Test
    void everybodySaysTheirOwnAndLeadsThoseOfTheirPeople() {
        // given
        as(rivera, "caller")
                .get("/v1/staff-languages/mine")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("languages", empty());
        says(rivera, "ht", "es-419", "es").statusCode(200).body("languages", contains("es", "ht"));

        // when
        as(okafor, "attendance-lead")
                .header("If-Match", "\"0\"")
                .body(Map.of("languages", List.of("fr")))
                .put("/v1/staff-languages/{subject}", rivera)
                .then()
                .statusCode(412)
                .body("type", endsWith("changed-meanwhile"));
        as(okafor, "attendance-lead")
                .header("If-Match", "\"1\"")
                .body(Map.of("languages", List.of("fr")))
                .put("/v1/staff-languages/{subject}", rivera)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("changedBy", equalTo(okafor));

        // then
        String hers = "items.find { it.subject == '%s' }.".formatted(rivera);
        as(okafor, "attendance-lead")
                .get("/v1/staff-languages?school=" + school)
                .then()
                .statusCode(200)
                .body(hers + "languages", contains("fr"))
                .body(hers + "version", equalTo(2));
        as(okafor, "attendance-lead")
                .body(Map.of("languages", List.of("fr")))
                .put("/v1/staff-languages/{subject}", fresh("stranger"))
                .then()
                .statusCode(404);
        as(rivera, "caller").get("/v1/staff-languages?school=" + school).then().statusCode(403);
        says(rivera, "Spanish, I think").statusCode(422).body("violations[0].field", equalTo("languages"));
    }

    @Test
    void whatSomebodySpokeBeforeIsKept() {
        says(rivera, "es").statusCode(200);

        assertThatThrownBy(() -> TestDatabase.asOwner()
                        .useHandle(handle -> handle.execute("DELETE FROM staff_language WHERE subject = ?", rivera)))
                .hasMessageContaining("append-only");
    }

    @Test
    void callsAreSharedOutByWhatPeopleHaveSaidThatTheySpeak() {
        // given
        as(okafor, "attendance-lead").get("/v1/grants/mine");
        as(chen, "caller").get("/v1/grants/mine");
        says(rivera, "es").statusCode(200);

        // then
        Map<String, Object> question = Map.of(
                "schoolId",
                school,
                "schoolDay",
                "2026-10-14",
                "callers",
                List.of(Map.of("subject", chen), Map.of("subject", rivera)));
        await().atMost(SOON)
                .untilAsserted(() -> as(okafor, "attendance-lead")
                        .body(question)
                        .post("/v1/assignments/proposal")
                        .then()
                        .statusCode(200)
                        .body("items[0].caller", equalTo(rivera))
                        .body("items[0].why", equalTo("SPEAKS_THE_LANGUAGE")));
    }
}
