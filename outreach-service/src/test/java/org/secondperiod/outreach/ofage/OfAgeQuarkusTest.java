package org.secondperiod.outreach.ofage;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Tomás is 18 and has a number of his own, a mother of whom he has said nothing, and a little sister at the same school. It is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OfAgeQuarkusTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_557_000);

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String tomas = fresh("tomas");
    private final String lucia = fresh("lucia");
    private final String ines = fresh("ines");
    private final String own = number();
    private final String mothers = number();
    private final String caller = TestTokens.person(fresh("rivera"), "caller", school);
    private final String lead = TestTokens.person(fresh("okafor"), "attendance-lead", school);

    @BeforeEach
    void aHousehold() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(tomas, school);
        told.enrolled(lucia, school);
        told.ofAge(tomas, "Tomás", "Example", List.of(phone(own)), List.of(mother(null)));
        told.person(lucia, "Lucía", "Example", List.of(), List.of(mother(null)));
        told.absent(tomas, school);
        told.absent(lucia, school);
        concluded.awaitTask(tomas, school, "OPEN");
        concluded.awaitTask(lucia, school, "OPEN");
        await().untilAsserted(() -> card(tomas).body("callees", hasSize(2)));
        await().untilAsserted(() -> card(lucia).body("callees", hasSize(1)));
    }

    private static String number() {
        return "718" + NUMBERS.incrementAndGet();
    }

    private static Phone phone(String number) {
        return new Phone(number, "+1" + number, "mobile", null);
    }

    private Contact mother(@Nullable Boolean consent) {
        return new Contact(
                ines, "Inés", "Example", "mother", 1, "es", false, null, true, consent, List.of(phone(mothers)));
    }

    private String task(String student) {
        return String.valueOf(concluded.task(student, school).orElseThrow().get("task_id"));
    }

    private ValidatableResponse card(String student) {
        return given().auth()
                .oauth2(caller)
                .get("/v1/call-tasks/{id}/card", task(student))
                .then()
                .statusCode(200);
    }

    private Response consent(String token, String contactId, String since) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(Map.of("contactId", contactId, "basis", "SIGNED", "since", since))
                .post("/v1/students/{id}/consents", tomas);
    }

    private ValidatableResponse byNumber(String number) {
        return given().auth()
                .oauth2(caller)
                .contentType("application/json")
                .body(Map.of("number", number))
                .post("/v1/students/by-number")
                .then()
                .statusCode(200);
    }

    @Test
    void theStudentIsCalledAndTheMotherIsNotToldOfHim() {
        card(tomas)
                .body("ofAge.studentFirst", equalTo(true))
                .body("task.student.ofAge", equalTo(true))
                .body("callees.kind", contains("STUDENT", "CONTACT"))
                .body("callees[0].numbers[0].next", equalTo(true))
                .body("callees[0].say.spokenInEnglish", not(containsString("We missed Tomás today")))
                .body("callees[1].mayBeCalled", equalTo(false))
                .body("callees[1].whyNot", equalTo("NO_CONSENT"))
                .body("callees[1].numbers[0].tel", nullValue())
                .body("callees[1].say", nullValue())
                .body("restrictions", hasItem(containsString("of age and has not agreed")))
                .body("household", empty());
        card(lucia)
                .body("ofAge", nullValue())
                .body("callees[0].mayBeCalled", equalTo(true))
                .body("household", empty());
        byNumber(mothers)
                .body("items.find { it.studentId == '%s' }.mayBeTold".formatted(tomas), equalTo(false))
                .body("items.find { it.studentId == '%s' }.mayBeTold".formatted(lucia), equalTo(true));
        byNumber(own).body("items[0].mayBeTold", equalTo(true));
    }

    @Test
    void withHisConsentSheIsCalledAndOneCallCoversBothUntilHeWithdrawsIt() {
        String id = consent(lead, ines, "2026-10-01")
                .then()
                .statusCode(201)
                .header("ETag", notNullValue())
                .extract()
                .path("consentId");

        card(tomas)
                .body("callees[1].mayBeCalled", equalTo(true))
                .body("callees[1].numbers[0].tel", notNullValue())
                .body("ofAge.consents.contactId", contains(ines))
                .body("household.studentId", contains(lucia));
        byNumber(mothers).body("items.find { it.studentId == '%s' }.mayBeTold".formatted(tomas), equalTo(true));

        given().auth()
                .oauth2(lead)
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .post("/v1/students/{id}/consents/{consent}/withdraw", tomas, id)
                .then()
                .statusCode(412);
        given().auth()
                .oauth2(lead)
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .post("/v1/students/{id}/consents/{consent}/withdraw", tomas, id)
                .then()
                .statusCode(200)
                .body("withdrawnBy", notNullValue());

        card(tomas).body("callees[1].whyNot", equalTo("NO_CONSENT")).body("household", empty());
        given().auth()
                .oauth2(caller)
                .get("/v1/students/{id}/consents", tomas)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].withdrawnAt", notNullValue());
    }

    @Test
    void theRosterMaySayIt() {
        told.ofAge(tomas, "Tomás", "Example", List.of(phone(own)), List.of(mother(true)));

        await().untilAsserted(() ->
                card(tomas).body("callees[1].mayBeCalled", equalTo(true)).body("callees[0].kind", equalTo("STUDENT")));
    }

    @Test
    void whatCannotBeIsRefusedAndOnlyWhoLeadsMayEnterIt() {
        consent(caller, ines, "2026-10-01").then().statusCode(403);
        consent(TestTokens.person(fresh("x"), "attendance-lead", fresh("school")), ines, "2026-10-01")
                .then()
                .statusCode(404);
        consent(lead, fresh("nobody"), "2026-10-01").then().statusCode(422).body(containsString("contactId"));
        consent(lead, ines, "2026-10-15").then().statusCode(422).body(containsString("since"));
        consent(lead, ines, "2026-10-01").then().statusCode(201);
        consent(lead, ines, "2026-10-02").then().statusCode(409).body("type", containsString("consent-is-there"));
    }

    @Test
    void whoIsReachedHasHadTheNotice() {
        String owed = "/v1/notices-owed?day=2026-10-14&school=" + school;
        given().auth().oauth2(lead).get(owed).then().body("items.studentId", hasItem(tomas));

        for (String student : List.of(tomas, lucia)) {
            given().auth()
                    .oauth2(caller)
                    .contentType("application/json")
                    .body(Map.of("outcome", "REACHED_STUDENT", "result", "WILL_NOT_COME_OTHER"))
                    .post("/v1/call-tasks/{id}/attempts", task(student))
                    .then()
                    .statusCode(201);
        }

        given().auth().oauth2(lead).get(owed).then().body("items.studentId", contains(lucia));
    }
}
