package org.secondperiod.outreach.tasks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
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

/** Ana's class has submitted, and her mark has the code Z9, of which nobody has said what it means. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class UnmappedCodeQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String building = fresh("building");
    private final String ana = fresh("ana");

    @BeforeEach
    void aMarkWithAnUnmappedCode() {
        clock.set(at("08:25"));
        told.school(school, building).send();
        told.enrolledInClass(ana, school, "class-1");
        told.person(ana, "Ana", "Peña");
        told.heartbeat(building, "08:25");
        told.scan(fresh("somebody"), building, "07:30");
        mark("Z9", AttendanceCategory.UNKNOWN, "08:20", 1);
        told.taken(school, "class-1", "08:21");
        concluded.awaitState(ana, school, "WAITING");
        concluded.awaitQuiet();
    }

    private void mark(String code, AttendanceCategory category, String takenAt, long version) {
        told.mark(ana, school, "1", code, category, takenAt, version, false);
    }

    private void held() {
        clock.set(at("08:44"));
        concluded.awaitState(ana, school, "HELD:CODE_UNKNOWN");
    }

    private void asked() {
        held();
        clock.set(at("08:54"));
        concluded.awaitTask(ana, school, "OPEN");
    }

    private RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.person("okafor", role, school)).contentType("application/json");
    }

    @Test
    void sheIsHeldAtTheCutOffAndTheHoldNamesTheCode() {
        // when
        held();

        // then
        assertThat(concluded.task(ana, school)).isEmpty();
        as("attendance-lead")
                .get("/v1/holds?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("items[0].reason", equalTo("CODE_UNKNOWN"))
                .body("items[0].students", equalTo(1))
                .body("items[0].missing[0].what", equalTo("the code Z9"));
        as("attendance-lead")
                .get("/v1/whereabouts?day=2026-10-14&state=HELD&school=" + school)
                .then()
                .statusCode(200)
                .body("items[0].evidence.missing.code", equalTo("Z9"))
                .body("items[0].evidence.missing.period", equalTo("1"))
                .body("items[0].explanation", containsString("nobody has said what it means"));
    }

    @Test
    void afterTenMinutesHerFamilyIsAskedAndNotTold() {
        // when
        asked();

        // then
        as("caller")
                .body(Map.of())
                .post("/v1/call-tasks/next")
                .then()
                .statusCode(200)
                .body("studentId", equalTo(ana))
                .body("weakEvidence", equalTo(true))
                .body("firstLine", equalTo("Is Ana on the way to school?"))
                .body("why", allOf(containsString("the code Z9"), not(containsString("absent"))));
    }

    @Test
    void aLeadReleasesTheHold() {
        // given
        held();

        // when
        as("attendance-lead")
                .header("Idempotency-Key", fresh("key"))
                .body(Map.of(
                        "schoolId", school,
                        "schoolDay", "2026-10-14",
                        "reason", "CODE_UNKNOWN",
                        "decision", "release",
                        "why", "The office cannot be reached"))
                .post("/v1/holds/release")
                .then()
                .statusCode(200);

        // then
        concluded.awaitTask(ana, school, "OPEN");
        assertThat(concluded.task(ana, school).orElseThrow()).containsEntry("weak_evidence", true);
    }

    @Test
    void onceTheCodeIsMappedEverythingIsDecidedByItself() {
        // given
        asked();

        // when
        mark("Z9", AttendanceCategory.EXCUSED_ABSENCE, "08:20", 1);

        // then
        concluded.awaitState(ana, school, "EXPLAINED");
        concluded.awaitTask(ana, school, "WITHDRAWN");

        // and when: the question comes once more, late
        mark("Z9", AttendanceCategory.UNKNOWN, "08:20", 1);
        concluded.awaitQuiet();

        // then
        concluded.awaitState(ana, school, "EXPLAINED");
        concluded.awaitTask(ana, school, "WITHDRAWN");
    }

    @Test
    void theDoorVouchesForHer() {
        // when
        told.scan(ana, building, "07:55");
        clock.set(at("08:44"));

        // then
        concluded.awaitState(ana, school, "NOT_ABSENT");
        assertThat(concluded.task(ana, school)).isEmpty();
    }

    @Test
    void aCallerWhoHasHerCallInHandAsksFromNowOnToo() {
        // given
        mark("A", AttendanceCategory.UNEXCUSED_ABSENCE, "08:22", 2);
        told.heartbeat(building, "08:34");
        concluded.awaitQuiet();
        clock.set(at("08:44"));
        concluded.awaitTask(ana, school, "OPEN");
        as("caller")
                .body(Map.of())
                .post("/v1/call-tasks/next")
                .then()
                .body("firstLine", containsString("marked absent"));

        // when
        mark("Z9", AttendanceCategory.UNKNOWN, "08:45", 3);
        concluded.awaitState(ana, school, "HELD:CODE_UNKNOWN");

        // then
        as("caller")
                .body(Map.of())
                .post("/v1/call-tasks/next")
                .then()
                .body("studentId", equalTo(ana))
                .body("firstLine", equalTo("Is Ana on the way to school?"));
    }
}
