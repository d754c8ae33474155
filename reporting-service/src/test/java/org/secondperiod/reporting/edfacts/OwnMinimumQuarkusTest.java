package org.secondperiod.reporting.edfacts;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/** A district whose reports leave out whoever has fewer than 20 days: the federal file counts whoever has 10. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
@TestProfile(OwnMinimumQuarkusTest.Twenty.class)
class OwnMinimumQuarkusTest {

    private static final String AS_OF = "?asOf=2026-09-22&school=";

    /** The district's setting. */
    public static class Twenty implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("secondperiod.reporting.minimum-enrolment", "20");
        }
    }

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    /** Of twelve days one student was absent on two, and another, of nine, on one. */
    @Test
    void theFederalFileHasTheFederalMinimum() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        String school = fresh("S");
        String often = fresh("often");
        String late = fresh("late");
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        Told.weekdays("2026-09-07", "2026-09-22")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(often, 1, Told.at(school, "2026-09-07", null))));
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(late, 1, Told.at(school, "2026-09-10", null))));
        told.add(absent(often, school, 8));
        told.add(absent(often, school, 9));
        told.add(absent(late, school, 11));
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
        String principal = TestTokens.person(fresh("principal"), "principal", school);

        given().auth()
                .oauth2(principal)
                .get("/v1/chronic-absence" + AS_OF + school)
                .then()
                .statusCode(200)
                .body("minimumEnrolmentDays", equalTo(20))
                .body("total.leftOut.belowMinimumEnrolment", equalTo(2));
        given().auth()
                .oauth2(principal)
                .get("/v1/edfacts/chronic-absenteeism" + AS_OF + school)
                .then()
                .statusCode(200)
                .body("minimumEnrolmentDays", equalTo(10))
                .body("withoutDays", hasSize(0))
                .body("records.findAll { it.categorySet == 'TOTAL' }.studentCount", contains(1))
                .body("differsFromReports.studentCount", contains(1))
                .body("differsFromReports.inReports", contains(0));
    }

    private static Received absent(String student, String school, int day) {
        return Told.received(
                Topics.MARKS,
                Told.mark(student, school, LocalDate.of(2026, 9, day), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
    }
}
