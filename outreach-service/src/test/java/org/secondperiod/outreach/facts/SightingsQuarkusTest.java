package org.secondperiod.outreach.facts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Concluded;
import org.secondperiod.outreach.join.Told;

/** When a sighting may have been. It is 08:50 on 2026-10-14 in New York. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SightingsQuarkusTest {

    @Inject
    Told told;

    @Inject
    Concluded concluded;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String ana = fresh("ana");
    private final String id = fresh("sighting");

    @BeforeEach
    void anaIsEnrolled() {
        clock.set(at("08:50"));
        told.school(school, fresh("building")).withoutSignal().send();
        told.enrolled(ana, school);
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                concluded.count("SELECT count(*) FROM enrolment WHERE student_id = '" + ana + "'"))
                        .isOne());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-13T00:00:00-04:00", "2026-10-14T08:55:00-04:00"})
    void fromYesterdayOnItIsTaken(String at) {
        enter(at).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-12T23:59:59-04:00", "2020-01-01T08:00:00-05:00", "2026-10-14T08:56:00-04:00"})
    void earlierOrAheadItIsRefused(String at) {
        enter(at)
                .then()
                .statusCode(422)
                .body("violations[0].field", equalTo("at"))
                .body("type", containsString("invalid-field"));
    }

    @Test
    void theSameAgainDaysLaterChangesNothing() {
        // given
        enter("2026-10-14T08:49:00-04:00").then().statusCode(201);

        // when
        clock.advance(Duration.ofDays(3));
        Response again = enter("2026-10-14T08:49:00-04:00");

        // then
        again.then().statusCode(201).body("schoolDay", equalTo("2026-10-14"));
    }

    @Test
    void everyFieldThatIsMissingIsNamed() {
        given().auth()
                .oauth2(TestTokens.person("rivera", "caller", school))
                .contentType("application/json")
                .body("{}")
                .post("/v1/sightings")
                .then()
                .statusCode(422)
                .body("violations.field", contains("studentId", "schoolId", "seen"));
    }

    @Test
    void aMarkMakesNobodyAStudentOfTheSchool() {
        // given: a mark of somebody who is enrolled elsewhere names the school
        String elsewhere = fresh("school");
        String ben = fresh("ben");
        told.enrolled(ben, elsewhere);
        told.absent(ben, school);
        concluded.awaitState(ben, school, "NOT_ENROLLED");

        // when
        Response entered = enter(ben, "2026-10-14T08:49:00-04:00");

        // then
        entered.then().statusCode(422).body("violations[0].field", equalTo("studentId"));
    }

    @Test
    void whoIsEnrolledFromTomorrowOnIsNoStudentYet() {
        // given
        String ben = fresh("ben");
        told.enrolments(ben, List.of(new Enrolment(school, Told.DAY.plusDays(1), null, "9", null, null, List.of())));
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                concluded.count("SELECT count(*) FROM enrolment WHERE student_id = '" + ben + "'"))
                        .isOne());

        // when
        Response entered = enter(ben, "2026-10-14T08:49:00-04:00");

        // then
        entered.then().statusCode(422).body("violations[0].field", equalTo("studentId"));
    }

    private Response enter(String at) {
        return enter(ana, at);
    }

    private Response enter(String student, String at) {
        return given().auth()
                .oauth2(TestTokens.person("rivera", "caller", school))
                .contentType("application/json")
                .body(Map.of(
                        "sightingId", id, "studentId", student, "schoolId", school, "seen", "in-building", "at", at))
                .post("/v1/sightings");
    }
}
