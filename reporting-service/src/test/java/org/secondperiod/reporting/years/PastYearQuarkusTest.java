package org.secondperiod.reporting.years;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
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

/** A district that begins in October 2026 imports ten days of each of the two school years before: the first is not kept. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PastYearQuarkusTest {

    private static final SortedSet<LocalDate> NOT_KEPT = Told.weekdays("2024-09-09", "2024-09-20");
    private static final SortedSet<LocalDate> LAST_YEAR = Told.weekdays("2025-09-08", "2025-09-19");

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String ana = fresh("ana");

    @Test
    void lastYearIsReportedAndWhatIsOlderIsNot() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        SortedSet<LocalDate> days = Told.weekdays("2026-09-07", "2027-06-11");
        days.addAll(NOT_KEPT);
        days.addAll(LAST_YEAR);
        List<Received> told = new ArrayList<>();
        told.add(Told.received(Topics.SCHOOLS, Told.school(school, 1, true, days)));
        told.add(Told.received(
                Topics.ENROLMENTS,
                Told.roster(ana, 1, Told.at(school, "2024-09-09", "2026-06-12"), Told.at(school, "2026-09-07", null))));
        for (SortedSet<LocalDate> year : List.of(NOT_KEPT, LAST_YEAR)) {
            told.add(Told.received(
                    Topics.MARKS,
                    Told.mark(ana, school, year.first(), "day", AttendanceCategory.UNEXCUSED_ABSENCE, 1)));
            year.forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60)).until(() -> count("SELECT count(*) FROM refresh") == 0);

        given().auth()
                .oauth2(TestTokens.person(fresh("principal"), "principal", school))
                .get("/v1/chronic-absence?asOf=2026-07-31&school=" + school)
                .then()
                .statusCode(200)
                .body("schoolYear", equalTo("2025-26"))
                .body("total.students", equalTo(1))
                .body("total.attendance.enrolledHalfDays", equalTo(20))
                .body("total.attendance.attendedHalfDays", equalTo(18))
                .body("total.bands.chronic", equalTo(1));
        assertThat(count("SELECT count(*) FROM submission WHERE school_id = '%s'".formatted(school)))
                .isEqualTo(LAST_YEAR.size());
        assertThat(count("SELECT count(*) FROM mark WHERE school_id = '%s'".formatted(school)))
                .isEqualTo(1);
    }

    private static int count(String sql) {
        return TestDatabase.asOwner()
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(Integer.class).one());
    }
}
