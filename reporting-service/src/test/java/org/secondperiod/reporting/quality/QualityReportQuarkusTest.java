package org.secondperiod.reporting.quality;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;

/** A school of four classes in period 1: a day that one of them submits counts, and is named. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class QualityReportQuarkusTest {

    private static final LocalDate ONE_CLASS = LocalDate.of(2026, 9, 21);
    private static final LocalDate WHOLE_SCHOOL = LocalDate.of(2026, 9, 22);
    private static final LocalDate WITHDRAWN = LocalDate.of(2026, 9, 23);
    private static final String ASKED = "/v1/data-quality?from=2026-09-14&to=2026-09-25&school=";

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);

    private void tell(List<Received> told) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private Received taken(LocalDate day, String period, String classId) {
        return Told.received(Topics.TAKEN, Told.taken(school, day, period, classId, 1, false));
    }

    private List<Received> submitted() {
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (LocalDate day : Told.weekdays("2026-09-07", "2026-09-25")) {
            if (day.equals(WHOLE_SCHOOL)) {
                told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false)));
                told.add(taken(day, "1", "c1"));
                continue;
            }
            for (int n = 1; n <= (day.equals(ONE_CLASS) ? 1 : 4); n++) {
                told.add(taken(day, "1", "c" + n));
                // What is submitted in the afternoon says nothing of the day.
                told.add(taken(day, "7", "afternoon" + n));
            }
        }
        for (String classId : List.of("c2", "c3")) {
            told.add(Told.received(Topics.TAKEN, Told.taken(school, WITHDRAWN, "1", classId, 2, true)));
        }
        return told;
    }

    @Test
    void daysOnWhichFewerClassesSubmittedThanUsualAreNamed() {
        clock.set(Instant.parse("2026-09-28T16:00:00Z"));
        tell(submitted());

        given().auth()
                .oauth2(principal)
                .get(ASKED + school)
                .then()
                .statusCode(200)
                .body("schools[0].schoolDays", equalTo(10))
                .body("schools[0].notSubmitted", hasSize(0))
                .body("schools[0].fewerClasses.day", contains(ONE_CLASS.toString(), WITHDRAWN.toString()))
                .body("schools[0].fewerClasses.classes", contains(1, 2))
                .body("schools[0].fewerClasses.usual", contains(4, 4))
                .body("schools[0].fewerClasses.missing", contains(List.of("c2", "c3", "c4"), List.of("c2", "c3")));
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get(ASKED + school)
                .then()
                .statusCode(200)
                .body(containsString(",daysWithFewerClasses,fewerClasses,knownOn\r\n"))
                .body(containsString(",classesMissing,daysWithFewerClasses,"))
                .body(containsString(",2026-09-21:c2+c3+c4 2026-09-23:c2+c3,2,2026-09-21"))
                .body(containsString(",2,2026-09-21:1/4 2026-09-23:2/4,\r\n"));

        tell(List.of(taken(ONE_CLASS, "1", "c2"), taken(ONE_CLASS, "1", "c3"), taken(ONE_CLASS, "1", "c4")));

        given().auth()
                .oauth2(principal)
                .get(ASKED + school)
                .then()
                .body("schools[0].fewerClasses.day", contains(WITHDRAWN.toString()));
    }

    /** One submitted on five of the ten days before, and another one on six. */
    @Test
    void aClassIsMissingThatSubmittedOnMoreThanHalfOfTheDaysBefore() {
        clock.set(Instant.parse("2026-09-28T16:00:00Z"));
        List<Received> told = submitted();
        List<LocalDate> days = List.copyOf(Told.weekdays("2026-09-07", "2026-09-18"));
        days.subList(0, 5).forEach(day -> told.add(taken(day, "1", "five")));
        days.subList(4, 10).forEach(day -> told.add(taken(day, "1", "six")));
        tell(told);

        given().auth()
                .oauth2(principal)
                .get(ASKED + school)
                .then()
                .statusCode(200)
                .body("schools[0].fewerClasses[0].day", equalTo(ONE_CLASS.toString()))
                .body("schools[0].fewerClasses[0].missing", contains("c2", "c3", "c4", "six"));
    }

    @Test
    void whichClassesHadSubmittedByADateBeforeIsNotKept() {
        clock.set(Instant.parse("2026-09-28T16:00:00Z"));
        tell(submitted());

        given().auth()
                .oauth2(principal)
                .get(ASKED + school + "&knownOn=2026-09-25")
                .then()
                .statusCode(200)
                .body("schools[0].fewerClasses", nullValue());
    }
}
