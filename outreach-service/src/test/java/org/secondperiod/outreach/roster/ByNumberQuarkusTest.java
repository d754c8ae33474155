package org.secondperiod.outreach.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.keys.Resealing;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.outreach.join.Told;

/** A family calls back, and the school sees a number. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ByNumberQuarkusTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(5_550_100);

    @Inject
    Told told;

    @Inject
    TestTopics topics;

    @Inject
    TestClock clock;

    @Inject
    Resealing resealing;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String school = fresh("school");
    private final String other = fresh("school");
    private final String ana = fresh("ana");
    private final String own = number();
    private final String mothers = number();
    private final String closed = number();

    @BeforeEach
    void anaWithNumbers() {
        clock.set(at("08:50"));
        told.school(school, fresh("building")).send();
        told.enrolled(ana, school);
        told.person(
                ana,
                "Ana",
                "Peña",
                List.of(phone(own)),
                List.of(contact("rosa", mothers, true), contact("luis", closed, false)));
        await().until(() -> indexed(ana) == 3);
    }

    /** Ten digits that no other test has. */
    private static String number() {
        return "718" + NUMBERS.incrementAndGet();
    }

    private static Phone phone(String number) {
        return new Phone(number, "+1" + number, null, null);
    }

    private static Contact contact(String id, String number, boolean mayCall) {
        return new Contact(
                id,
                id,
                "Peña",
                null,
                1,
                null,
                false,
                mayCall ? null : "no-contact",
                mayCall,
                null,
                List.of(phone(number)));
    }

    private int indexed(String student) {
        return owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM student_number WHERE student_id = ?")
                .bind(0, student)
                .mapTo(Integer.class)
                .one());
    }

    private static ValidatableResponse ask(String token, Map<String, Object> question) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(question)
                .post("/v1/students/by-number")
                .then();
    }

    private ValidatableResponse ask(String number) {
        return ask(TestTokens.person("okafor", "caller", school), Map.of("number", number));
    }

    private String everything(String table) {
        return owner.withHandle(
                handle -> handle.createQuery("SELECT coalesce(string_agg(t::text, ' '), '') FROM " + table + " t")
                        .mapTo(String.class)
                        .one());
    }

    @Test
    void theSchoolSeesWhoseFamilyCalls() {
        String asShown = "(%s) %s-%s".formatted(mothers.substring(0, 3), mothers.substring(3, 6), mothers.substring(6));

        ask(asShown)
                .statusCode(200)
                .body("items.studentId", contains(ana))
                .body("items[0].schoolId", equalTo(school))
                .body("items[0].student.familyName", equalTo("Peña"))
                .body("items[0].mayBeTold", equalTo(true));
        ask("+1 " + own).statusCode(200).body("items.studentId", contains(ana));
    }

    @Test
    void ofWhoMustNotBeCalledItSaysSo() {
        ask(closed).statusCode(200).body("items.studentId", contains(ana)).body("items[0].mayBeTold", equalTo(false));
    }

    @Test
    void anotherSchoolSeesNobody() {
        String token = TestTokens.person(fresh("chen"), "caller", other);

        ask(token, Map.of("number", mothers)).statusCode(200).body("items", empty());
        ask(token, Map.of("number", mothers, "schools", List.of(school))).statusCode(403);
    }

    @Test
    void whoDoesNotCallMayNotAsk() {
        ask(TestTokens.person(fresh("haddad"), "district-analyst", "*"), Map.of("number", mothers))
                .statusCode(403);
        ask(TestTokens.system("front", "outreach:read", "*"), Map.of("number", mothers))
                .statusCode(403);
    }

    @Test
    void aNumberOfNobodyFindsNobody() {
        ask(number()).statusCode(200).body("items", empty());
    }

    @Test
    void whatIsNoNumberIsRefusedAndNotQuoted() {
        ask("not 12 a 34 number")
                .statusCode(422)
                .body("violations[0].field", equalTo("number"))
                .body(not(containsString("12 a 34")));
        ask("1".repeat(41)).statusCode(422).body("violations[0].field", equalTo("number"));
        ask(TestTokens.person("okafor", "caller", school), Map.of()).statusCode(422);
    }

    @Test
    void aNumberThatWasGivenUpFindsNobody() {
        // when
        told.person(ana, "Ana", "Peña");
        await().until(() -> indexed(ana) == 0);

        // then
        ask(mothers).statusCode(200).body("items", empty());
    }

    @Test
    void whoIsForgottenIsFoundByNoNumber() {
        topics.send(new OutgoingEvent("roster.people.v1", ana, null, Map.of()));

        await().until(() -> indexed(ana) == 0);
    }

    @Test
    void theDatabaseHoldsNoNumber() {
        assertThat(everything("person") + everything("student_number"))
                .doesNotContain(mothers)
                .doesNotContain(own);
    }

    @Test
    void aQuestionIsAuditedAsAReadWithoutTheNumber() {
        String token = TestTokens.person(fresh("rivera"), "caller", school);

        String request = ask(token, Map.of("number", mothers)).extract().header("X-Request-Id");

        String row = owner.withHandle(handle -> handle.createQuery("SELECT t::text FROM audit t WHERE request_id = ?")
                .bind(0, request)
                .mapTo(String.class)
                .one());
        assertThat(row).contains("READ", "findStudentsByNumber", ana, school).doesNotContain(mothers);
    }

    @Test
    void whoIsNotIndexedYetIsIndexedByTheJob() {
        // given: from before there was an index
        owner.useHandle(handle -> {
            handle.execute("DELETE FROM student_number WHERE student_id = ?", ana);
            handle.execute("UPDATE person SET numbers_under = NULL WHERE student_id = ?", ana);
        });
        ask(mothers).body("items", empty());

        // when
        resealing.run();

        // then
        ask(mothers).body("items.studentId", contains(ana));
    }
}
