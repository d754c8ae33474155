package org.secondperiod.outreach.bridge;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.PersonChanged.Contact;
import org.secondperiod.events.PersonChanged.Phone;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.kit.testing.twilio.RecordedTwilio;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** Ana's mother may be called, her father must not. It is 08:50, and rivera has the call. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class CallBridgeQuarkusTest {

    private static final String MINE = "(718) 555-0100";
    private static final AtomicInteger NUMBERS = new AtomicInteger(5_557_000);

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final RecordedTwilio twilio = new RecordedTwilio();
    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String mothers = number();
    private final String fathers = number();

    @BeforeEach
    void riveraHasTheCall() {
        QuarkusMock.installMockForType(ToRecordedTwilio.bridge(twilio), CallBridge.class);
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "08:50");
        told.enrolled(ana, school);
        told.person(
                ana,
                "Ana",
                "Peña",
                List.of(),
                List.of(contact("Rosa", mothers, true), contact("Luis", fathers, false)));
        await().until(() -> TestDatabase.asOwner()
                        .withHandle(handle -> handle.createQuery(
                                        "SELECT count(*) FROM student_contact WHERE student_id = ?")
                                .bind(0, ana)
                                .mapTo(Integer.class)
                                .one())
                == 1);
        told.absent(ana, school);
        concluded.awaitTask(ana, school, "OPEN");
        as("rivera").post("/v1/call-tasks/{id}/claim", task()).then().statusCode(200);
    }

    @AfterEach
    void close() {
        as("rivera").delete("/v1/call-tasks/{id}/claim", task());
        twilio.close();
    }

    private static String number() {
        return "+1718" + NUMBERS.incrementAndGet();
    }

    private static Contact contact(String name, String number, boolean callable) {
        return new Contact(
                fresh("contact"),
                name,
                "Peña",
                "parent",
                1,
                "es",
                false,
                callable ? null : "court order: no contact",
                callable,
                null,
                List.of(new Phone(number, number, "mobile", null)));
    }

    private io.restassured.specification.RequestSpecification as(String who) {
        return given().auth().oauth2(TestTokens.person(who, "caller", school)).contentType("application/json");
    }

    private String task() {
        return String.valueOf(concluded.task(ana, school).orElseThrow().get("task_id"));
    }

    private ValidatableResponse connect(String who, String ring, String number, @Nullable String key) {
        var request = as(who).body("{\"ring\":\"%s\",\"number\":\"%s\"}".formatted(ring, number));
        return (key == null ? request : request.header("Idempotency-Key", key))
                .post("/v1/call-tasks/{id}/bridged-calls", task())
                .then();
    }

    @Test
    void theCallerIsRungAndTheFamilyDialled() {
        as("rivera").get("/v1/call-bridge").then().statusCode(200).body("kind", equalTo("TWILIO"));

        connect("rivera", MINE, mothers, null).statusCode(202).body("taskId", equalTo(task()));

        assertThat(twilio.asked()).singleElement().satisfies(fields -> {
            assertThat(fields).containsEntry("To", "+17185550100");
            assertThat(fields.get("Twiml")).contains("<Number>" + mothers + "</Number>");
        });
    }

    @Test
    void sentAgainNoTelephoneRingsTwice() {
        String key = UUID.randomUUID().toString();

        connect("rivera", MINE, mothers, key).statusCode(202);
        connect("rivera", MINE, mothers, key).statusCode(202);

        assertThat(twilio.asked()).hasSize(1);
    }

    @Test
    void noBodyIsDialledWhoMustNotBeAndNoNumberThatIsNotTheFamilys() {
        connect("rivera", MINE, fathers, null)
                .statusCode(422)
                .body("violations.field", contains("number"))
                .body("detail", containsString("must not be called"));
        connect("rivera", MINE, "+17185559999", null)
                .statusCode(422)
                .body("detail", containsString("no number of this family"));
        connect("rivera", mothers, mothers, null).statusCode(422).body("violations.field", contains("ring"));
        connect("rivera", "911", mothers, null).statusCode(422).body("violations.field", contains("ring"));

        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void noTelephoneIsRungThatEarnsByIt() {
        for (String ring : List.of("+19002345678", "+18002345678", "+18762101234", "+447400123456")) {
            connect("rivera", ring, mothers, null)
                    .statusCode(422)
                    .body("violations.field", contains("ring"))
                    .body("detail", containsString("ordinary telephone"))
                    .body(not(containsString(ring)));
        }

        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void afterAFewRingsForACallTheBridgeRingsNoMore() {
        String key = UUID.randomUUID().toString();
        for (int i = 0; i < 4; i++) {
            connect("rivera", MINE, mothers, null).statusCode(202);
        }
        connect("rivera", "(718) 555-0101", mothers, key).statusCode(202);
        connect("rivera", "(718) 555-0101", mothers, key).statusCode(202);

        connect("rivera", MINE, mothers, null).statusCode(429).body("type", containsString("too-many-rings"));
        as("rivera").delete("/v1/call-tasks/{id}/claim", task()).then().statusCode(200);
        as("rivera").post("/v1/call-tasks/{id}/claim", task()).then().statusCode(200);
        connect("rivera", MINE, mothers, null).statusCode(429);

        assertThat(twilio.asked()).hasSize(5);
        assertThat(rowsOfRings()).containsOnly("CHANGE DONE", "CHANGE REFUSED");
    }

    /** What the audit has of bridged calls for Ana. */
    private List<String> rowsOfRings() {
        return TestDatabase.asOwner()
                .withHandle(handle -> handle.createQuery(
                                "SELECT action || ' ' || outcome FROM audit WHERE operation = 'bridgeCall' AND ? = ANY (students)")
                        .bind(0, ana)
                        .mapTo(String.class)
                        .list());
    }

    @Test
    void whoDoesNotHaveTheCallHasNobodyCalled() {
        connect("osei", MINE, mothers, null).statusCode(409).body("type", containsString("task-not-in-hand"));

        clock.set(at("09:01"));
        connect("rivera", MINE, mothers, null).statusCode(409).body("type", containsString("task-not-in-hand"));

        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void aBridgeThatRefusesLeavesTheCallerTheirTelephone() {
        twilio.answers(400, "invalid-to");
        connect("rivera", MINE, mothers, null).statusCode(422).body("violations.field", contains("ring"));

        twilio.answers(400, "unverified-from");
        connect("rivera", MINE, mothers, null)
                .statusCode(502)
                .body("type", containsString("call-bridge-refuses"))
                .body(not(containsString("555")));
    }

    @Test
    void withoutABridgeCallersDial() {
        QuarkusMock.installMockForType(new OwnPhone(), CallBridge.class);

        as("rivera").get("/v1/call-bridge").then().body("kind", equalTo("OWN_PHONE"));
        connect("rivera", MINE, mothers, null).statusCode(409).body("type", containsString("no-call-bridge"));
    }
}
