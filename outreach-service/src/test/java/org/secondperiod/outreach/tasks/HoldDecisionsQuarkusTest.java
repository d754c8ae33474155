package org.secondperiod.outreach.tasks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** A lead decides on holds that there are. Cem is held, because the door is silent; it is 08:50. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class HoldDecisionsQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String cem = fresh("cem");

    @BeforeEach
    void cemIsHeld() {
        clock.set(at("08:50"));
        told.schoolHeardAt(school, "07:30");
        told.enrolled(cem, school);
        told.absent(cem, school);
        concluded.awaitState(cem, school, "HELD:DOOR_FEED_SILENT");
    }

    @Test
    void whereNobodyIsHeldThereIsNothingToDecide() {
        // when
        Response otherReason = decide("2026-10-14", "MASS_ABSENCE", "release");
        Response otherDay = decide("2026-10-15", "DOOR_FEED_SILENT", "keep");

        // then
        otherReason.then().statusCode(409).body("type", containsString("nobody-is-held"));
        otherDay.then().statusCode(409).body("type", containsString("nobody-is-held"));
        assertThat(decisions()).isZero();
    }

    @Test
    void aLeadMayDecideAgain() {
        // given
        decide("2026-10-14", "DOOR_FEED_SILENT", "release").then().statusCode(200);
        concluded.awaitTask(cem, school, "OPEN");

        // when
        Response kept = decide("2026-10-14", "DOOR_FEED_SILENT", "keep");

        // then
        kept.then().statusCode(200);
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void whatAnotherLeadHasDecidedIsNotReplacedUnseen() {
        // given
        String nobodyYet = "\"0\"";
        String kept = decide("2026-10-14", "DOOR_FEED_SILENT", "keep", nobodyYet)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");

        // when
        Response unseen = decide("2026-10-14", "DOOR_FEED_SILENT", "release", nobodyYet);
        Response seen = decide("2026-10-14", "DOOR_FEED_SILENT", "release", kept);

        // then
        unseen.then().statusCode(412).body("type", containsString("changed-meanwhile"));
        seen.then().statusCode(200);
        assertThat(kept).isNotEqualTo(nobodyYet);
        assertThat(decisions()).isEqualTo(2);
    }

    @Test
    void theSameDecisionAgainChangesNothing() {
        // given
        decide("2026-10-14", "DOOR_FEED_SILENT", "release").then().statusCode(200);
        concluded.awaitTask(cem, school, "OPEN");
        told.mark(cem, school, "1", "P", AttendanceCategory.PRESENT, "08:30", 2, false);
        concluded.awaitState(cem, school, "NOT_ABSENT");

        // when: the answer was lost, and nobody is held any more
        Response again = decide("2026-10-14", "DOOR_FEED_SILENT", "release");

        // then
        again.then().statusCode(200).body("decision", equalTo("release"));
        assertThat(decisions()).isOne();
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json")
                .body(Map.of("decision", "release"))
                .post("/v1/holds/release")
                .then()
                .statusCode(422)
                .body("violations.field", contains("schoolId", "schoolDay", "reason", "why"));
    }

    @Test
    void whoReadsNumbersOnlySeesHowManyAndNotWhatWasWritten() {
        // given
        decide("2026-10-14", "DOOR_FEED_SILENT", "keep").then().statusCode(200);

        // when
        Response lead = holds(TestTokens.person("okafor", "attendance-lead", school));
        Response analyst = holds(TestTokens.person("haddad", "district-analyst", "*"));

        // then
        lead.then().statusCode(200).body("items[0].why", equalTo("checked by hand"));
        analyst.then()
                .statusCode(200)
                .body("items[0].students", equalTo(1))
                .body("items[0].decision", equalTo(lead.path("items[0].decision")))
                .body("items[0].why", nullValue())
                .body("items[0].decidedBy", nullValue());
    }

    private Response holds(String token) {
        return given().auth().oauth2(token).get("/v1/holds?day=2026-10-14&school=" + school);
    }

    private long decisions() {
        return concluded.count("SELECT count(*) FROM hold_decision WHERE school_id = '" + school + "'");
    }

    private Response decide(String day, String reason, String decision) {
        return decide(asLead(), day, reason, decision);
    }

    private Response decide(String day, String reason, String decision, String ifMatch) {
        return decide(asLead().header("If-Match", ifMatch), day, reason, decision);
    }

    private RequestSpecification asLead() {
        return given().auth()
                .oauth2(TestTokens.person("okafor", "attendance-lead", school))
                .contentType("application/json");
    }

    private Response decide(RequestSpecification by, String day, String reason, String decision) {
        return by.body(Map.of(
                        "schoolId",
                        school,
                        "schoolDay",
                        day,
                        "reason",
                        reason,
                        "decision",
                        decision,
                        "why",
                        "checked by hand"))
                .post("/v1/holds/release");
    }
}
