package org.secondperiod.outreach.feeds;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.events.AttendanceCategory.UNEXCUSED_ABSENCE;
import static org.secondperiod.outreach.join.Told.at;
import static org.secondperiod.outreach.join.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.outreach.join.Told;

/** The cut-off is 08:44. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class SisFeedsQuarkusTest {

    @Inject
    Told told;

    @Inject
    TestClock clock;

    private final String school = fresh("school");
    private final String ana = fresh("ana");

    @BeforeEach
    void beforeTheCutOff() {
        clock.set(at("08:30"));
    }

    private ValidatableResponse feed() {
        return given().auth()
                .oauth2(TestTokens.person("haddad", "district-analyst", school))
                .get("/v1/sis-feeds?day=2026-10-14&school=" + school)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }

    private void awaitFeed(String field, Object expected) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> feed().body("items[0]." + field, equalTo(expected)));
    }

    private void aSchool() {
        told.school(school, fresh("building")).send();
        told.enrolled(ana, school);
        awaitFeed("schoolId", school);
    }

    @Test
    void silenceIsToldFromTheCutOffOn() {
        // given
        aSchool();

        // then
        feed().body("items[0].state", equalTo("NOT_DUE"))
                .body("items[0].schoolName", equalTo("School " + school))
                .body("items[0].expectedBy", equalTo(at("08:44").toString()))
                .body("items[0].lastMarkAt", nullValue());

        // when
        clock.set(at("08:44"));

        // then
        feed().body("items[0].state", equalTo("SILENT")).body("items[0].marks", equalTo(0));
    }

    @Test
    void marksWithoutSubmittedAttendanceAreToldApart() {
        // given
        aSchool();
        told.absent(ana, school);
        awaitFeed("marks", 1);
        feed().body("items[0].state", equalTo("HEARD")).body("items[0].lastMarkAt", notNullValue());

        // when
        clock.set(at("08:50"));

        // then
        feed().body("items[0].state", equalTo("NOT_SUBMITTED"))
                .body("items[0].saysWhatIsSubmitted", equalTo(true))
                .body("items[0].submitted", equalTo(0));

        // when
        told.taken(school, null, "08:12");

        // then
        awaitFeed("submitted", 1);
        feed().body("items[0].state", equalTo("HEARD"))
                .body("items[0].lastSubmittedAt", equalTo(at("08:12").toString()));
    }

    @Test
    void correctionsAreHeardToo() {
        // given
        aSchool();
        told.absent(ana, school);
        told.mark(ana, school, "1", "A", UNEXCUSED_ABSENCE, "08:25", 2, true);

        // then
        awaitFeed("marks", 2);
    }

    @Test
    void whoDoesNotSayWhatIsSubmittedIsNotMissedForIt() {
        // given
        told.schoolHeardAt(school, "08:30");
        told.enrolled(ana, school);
        told.absent(ana, school);
        awaitFeed("marks", 1);

        // when
        clock.set(at("08:50"));

        // then
        feed().body("items[0].state", equalTo("HEARD")).body("items[0].saysWhatIsSubmitted", equalTo(false));
    }

    @Test
    void aDayWithoutSchoolExpectsNothing() {
        // given
        told.school(school, fresh("building")).noSchool().send();
        clock.set(at("09:30"));

        // then
        awaitFeed("state", "NO_SCHOOL");
        feed().body("items[0].expectedBy", nullValue());
    }
}
