package org.secondperiod.reporting.movement;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** Movement between any two dates, counted by hand; in HistoriesQuarkusTest it is compared with SQL. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class MovementQuarkusTest {

    private static final String BETWEEN = "&from=2026-09-18&to=2026-09-25";

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String ana = fresh("ana");
    private final String ben = fresh("ben");
    private final String cleo = fresh("cleo");
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);

    /**
     * As of Friday, 18 September, ten days count, as of the next 15, and as of the next 20. Ana was absent on one: chronic, then at risk
     * (6.67%), then at risk (5.00%). Ben on two, on 24 and 25 September: satisfactory, then chronic (13.33%), then chronic (10.00%).
     * Cleo came on the 21st: not here, then five days, then ten of presence.
     */
    @BeforeEach
    void theYearUntilTheSecondOfOctober() {
        clock.set(Instant.parse("2026-10-05T16:00:00Z"));
        List<Received> told = new ArrayList<>();
        told.add(
                Told.received(Topics.SCHOOLS, Told.school(school, 1, true, Told.weekdays("2026-09-07", "2027-06-11"))));
        for (String student : List.of(ana, ben)) {
            told.add(Told.received(Topics.ENROLMENTS, Told.roster(student, 1, Told.at(school, "2026-09-07", null))));
        }
        told.add(Told.received(Topics.ENROLMENTS, Told.roster(cleo, 1, Told.at(school, "2026-09-21", null))));
        Told.weekdays("2026-09-07", "2026-10-02")
                .forEach(day -> told.add(Told.received(Topics.TAKEN, Told.taken(school, day, "day", null, 1, false))));
        told.add(mark(ana, "2026-09-08", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
        told.add(mark(ben, "2026-09-24", AttendanceCategory.UNEXCUSED_ABSENCE, 1));
        told.add(mark(ben, "2026-09-25", AttendanceCategory.EXCUSED_ABSENCE, 1));
        tell(told);
    }

    private Received mark(String student, String day, AttendanceCategory category, long version) {
        return Told.received(Topics.MARKS, Told.mark(student, school, LocalDate.parse(day), "day", category, version));
    }

    private void tell(List<Received> told) {
        AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, told)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> TestDatabase.asOwner()
                                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                                        .mapTo(Integer.class)
                                        .one())
                        == 0);
    }

    private ValidatableResponse movement(String query) {
        return given().auth()
                .oauth2(principal)
                .get("/v1/movement?school=" + school + query)
                .then();
    }

    private static List<String> moves(ValidatableResponse answer, String of) {
        var json = answer.statusCode(200).extract().jsonPath();
        List<String> moves = new ArrayList<>();
        for (int i = 0; i < json.getList(of + ".moves").size(); i++) {
            moves.add("%s %s %d"
                    .formatted(
                            json.getString(of + ".moves[" + i + "].from"),
                            json.getString(of + ".moves[" + i + "].to"),
                            json.getInt(of + ".moves[" + i + "].students")));
        }
        return moves;
    }

    @Test
    void betweenTwoFridays() {
        assertThat(moves(movement(BETWEEN), "total"))
                .containsExactly("NOT_HERE BELOW_MINIMUM_ENROLMENT 1", "SATISFACTORY CHRONIC 1", "CHRONIC AT_RISK 1");
        movement(BETWEEN)
                .body("from", equalTo("2026-09-18"))
                .body("to", equalTo("2026-09-25"))
                .body("month", nullValue())
                .body("schoolYear", equalTo("2026-27"))
                .body("total.worse", equalTo(1))
                .body("total.better", equalTo(1))
                .body("lines", equalTo(List.of()));
        assertThat(moves(movement("&from=2026-09-25&to=2026-10-02"), "total"))
                .containsExactly("BELOW_MINIMUM_ENROLMENT SATISFACTORY 1", "AT_RISK AT_RISK 1", "CHRONIC CHRONIC 1");
        // On the Thursday before there were nine days.
        assertThat(moves(movement("&from=2026-09-17&to=2026-09-18"), "total"))
                .containsExactly("BELOW_MINIMUM_ENROLMENT SATISFACTORY 1", "BELOW_MINIMUM_ENROLMENT CHRONIC 1");
    }

    @ParameterizedTest
    @CsvSource({"SCHOOL,", "GRADE,9", "HOMEROOM,9-A", "GROUP,choir"})
    void itIsDividedAsAMonthIs(String groupBy, String value) {
        ValidatableResponse answer = movement(BETWEEN + "&groupBy=" + groupBy);

        answer.body("lines.value", equalTo(Collections.singletonList(value)));
        assertThat(moves(answer, "lines[0]")).isEqualTo(moves(answer, "total"));
    }

    @Test
    void upToTodayWhereNothingElseIsSaid() {
        movement("&from=2026-09-18").statusCode(200).body("to", equalTo("2026-10-05"));
        assertThat(moves(movement("&from=2026-09-18"), "total"))
                .containsExactly("NOT_HERE SATISFACTORY 1", "SATISFACTORY CHRONIC 1", "CHRONIC AT_RISK 1");
        movement("&from=2026-09-18&knownOn=2026-10-01").statusCode(200).body("to", equalTo("2026-10-01"));
    }

    @Test
    void aMonthIsTheSameByItsDates() {
        movement("&month=2026-09-10")
                .statusCode(200)
                .body("month", equalTo("2026-09-30"))
                .body("from", equalTo("2026-08-31"))
                .body("to", equalTo("2026-09-30"));
        assertThat(moves(movement("&from=2026-08-31&to=2026-09-30"), "total"))
                .isEqualTo(moves(movement("&month=2026-09-10"), "total"))
                // Counted, and not kept up: a day earlier nobody was here either.
                .isEqualTo(moves(movement("&from=2026-08-30&to=2026-09-30"), "total"))
                .containsExactly("NOT_HERE BELOW_MINIMUM_ENROLMENT 1", "NOT_HERE AT_RISK 1", "NOT_HERE CHRONIC 1");
    }

    /** Ben was late, and Dan is here since the 21st: nobody knew either before the 14th. */
    @Test
    void asItWasKnownItIsAsItWasSent() {
        clock.set(Instant.parse("2026-10-14T16:00:00Z"));
        tell(List.of(
                mark(ben, "2026-09-24", AttendanceCategory.TARDY, 2),
                mark(ben, "2026-09-25", AttendanceCategory.TARDY, 2),
                Told.received(Topics.ENROLMENTS, Told.roster(fresh("dan"), 1, Told.at(school, "2026-09-21", null)))));

        assertThat(moves(movement(BETWEEN), "total"))
                .containsExactly(
                        "NOT_HERE BELOW_MINIMUM_ENROLMENT 2", "SATISFACTORY SATISFACTORY 1", "CHRONIC AT_RISK 1");
        for (String groupBy : List.of("", "&groupBy=GROUP")) {
            ValidatableResponse then = movement(BETWEEN + "&knownOn=2026-10-13" + groupBy);
            then.body("knownOn", equalTo("2026-10-13"));
            assertThat(moves(then, groupBy.isEmpty() ? "total" : "lines[0]"))
                    .containsExactly(
                            "NOT_HERE BELOW_MINIMUM_ENROLMENT 1", "SATISFACTORY CHRONIC 1", "CHRONIC AT_RISK 1");
        }
        assertThat(moves(movement(BETWEEN + "&knownOn=2026-10-14"), "total")).contains("SATISFACTORY SATISFACTORY 1");
        assertThat(moves(movement(BETWEEN + "&knownOn=2026-10-04"), "total")).isEmpty();
    }

    @Test
    void asCsvItSaysBetweenWhichDates() {
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/movement?groupBy=GRADE&school=" + school + BETWEEN)
                .then()
                .statusCode(200)
                .body(startsWith(
                        "month,fromDate,toDate,schoolYear,of,schoolId,schoolName,value,from,to,students,knownOn\r\n"))
                .body(containsString(",2026-09-18,2026-09-25,2026-27,TOTAL,,,,SATISFACTORY,CHRONIC,1,\r\n"))
                .body(containsString(",2026-09-18,2026-09-25,2026-27,GRADE,,,9,CHRONIC,AT_RISK,1,\r\n"));
        given().auth()
                .oauth2(principal)
                .accept("text/csv")
                .get("/v1/movement?month=2026-09-18&school=" + school)
                .then()
                .statusCode(200)
                .body(containsString("2026-09-30,2026-08-31,2026-09-30,2026-27,TOTAL,,,,NOT_HERE,CHRONIC,1,\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "&from=2026-09-25&to=2026-09-18, from",
        "&from=2026-09-18&to=2026-09-18, from",
        "&from=2026-07-31&to=2026-09-18, from",
        "&to=2026-09-18, from",
        "&from=2026-09-18&month=2026-09-18, month",
        "&from=last-week, from",
        "&from=2026-09-18&to=today, to",
        "&from=2026-09-18&to=2026-09-25&knownOn=2026-09-18, knownOn"
    })
    void whatCannotBeAskedIsRefused(String query, String field) {
        movement(query).statusCode(422).body("violations[0].field", equalTo(field));
    }
}
