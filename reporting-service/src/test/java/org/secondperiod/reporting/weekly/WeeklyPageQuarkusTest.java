package org.secondperiod.reporting.weekly;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.secondperiod.reporting.intake.Told.fresh;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.SortedSet;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestTokens;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.intake.Told;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.Line;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.db.TallyStore;

/** Six weeks of a school of five grades, counted by hand: whoever is chronically absent stays at home on Tuesdays. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class WeeklyPageQuarkusTest {

    private static final SchoolYear YEAR = SchoolYear.of(LocalDate.of(2026, 9, 1), MonthDay.of(7, 31));
    private static final SortedSet<LocalDate> DAYS = Told.weekdays("2026-09-07", "2026-10-16");

    @Inject
    Jdbi jdbi;

    @Inject
    TallyStore tallies;

    @Inject
    TestClock clock;

    private final String school = fresh("S");
    private final String principal = TestTokens.person(fresh("principal"), "principal", school);

    @BeforeEach
    void itIsSaturday() {
        clock.set(Instant.parse("2026-10-17T16:00:00Z"));
    }

    private static Line year(@Nullable DayOfWeek atHome) {
        StringBuilder days = new StringBuilder();
        for (int i = 0; i <= YEAR.index(DAYS.last()); i++) {
            LocalDate day = YEAR.date(i);
            boolean absent = day.getDayOfWeek() == atHome;
            days.append(DAYS.contains(day) ? (absent ? 'A' : 'P') : '.');
        }
        return new Line(YEAR.index(DAYS.first()), days.toString());
    }

    private void come(String grade, int students, int chronic) {
        come(grade, students, chronic, DayOfWeek.TUESDAY);
    }

    private void come(String grade, int students, int absent, DayOfWeek atHome) {
        Additions additions = new Additions(YEAR, 10);
        for (int i = 0; i < students; i++) {
            additions.change(
                    List.of(),
                    Line.NONE,
                    Scope.atSchool(school, new Place(grade, null, List.of())),
                    year(i < absent ? atHome : null));
        }
        AsSystem.run(() -> jdbi.useTransaction(tx -> tallies.add(tx, YEAR, additions, LocalDate.of(2026, 10, 17))));
    }

    private ValidatableResponse ask(String week) {
        return given().auth()
                .oauth2(principal)
                .get("/v1/weekly-page?week={week}&school={school}", week, school)
                .then()
                .statusCode(200);
    }

    @Test
    void aWeekIsInWholePercentsAndHasNoSmallGroups() {
        come("8", 4, 0);
        come("9", 40, 12);
        come("10", 30, 3);
        come("11", 30, 0);
        come("12", 30, 11);

        ask("2026-10-15")
                .body("from", equalTo("2026-10-12"))
                .body("to", equalTo("2026-10-16"))
                // 26 of 134 students stay at home on one of five days: 644 of 670 days.
                .body("week.attendancePercent", equalTo(96))
                .body("week.chronicPercent", equalTo(19))
                .body("weekBefore.attendancePercent", equalTo(96))
                .body("yearSoFar.attendancePercent", equalTo(96))
                .body("students", equalTo(134))
                .body("minimumEnrolmentDays", equalTo(10))
                .body("weeks.from", hasSize(6))
                .body("weeks.from[0]", equalTo("2026-09-07"))
                .body("weeks.share.attendancePercent", everyItem(equalTo(96)))
                // In the first week nobody has ten days yet.
                .body("weeks.share.chronicPercent[0]", nullValue())
                .body("weeks.share.chronicPercent[5]", equalTo(19))
                .body("days.weekday", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))
                .body("days.attendancePercent", contains(100, 81, 100, 100, 100))
                // The four of grade 8 have no line; with the next grade they are enough.
                .body("grades.grade", contains("11", "12", "9"))
                .body("grades.share.attendancePercent", contains(100, 93, 94))
                .body("otherGrades.attendancePercent", equalTo(98))
                // Three of grade 10 would follow from the whole and the others: two more grades stay without a share.
                .body("grades.share.chronicPercent", contains(nullValue(), nullValue(), equalTo(30)))
                .body("calls", nullValue());
    }

    @Test
    void aDayOfFewAbsencesHasNoShareAndNeitherHasTheWeek() {
        come("9", 30, 1);

        // 97% of 30 is one student.
        ask("2026-10-15")
                .body("students", equalTo(30))
                .body("days.weekday", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))
                .body("days.attendancePercent", everyItem(nullValue()))
                .body("week.attendancePercent", nullValue())
                .body("weeks.from", hasSize(6))
                .body("weeks.share.attendancePercent", everyItem(nullValue()))
                // Six absences of six weeks, all of the one.
                .body("yearSoFar.attendancePercent", nullValue());
    }

    @Test
    void aDayOfFewAbsencesDoesNotFollowFromTheWeekAndItsOtherDays() {
        come("9", 40, 12);
        come("9", 5, 3, DayOfWeek.FRIDAY);

        // Three on Friday: Monday to Friday without them are told with 15 absences together.
        ask("2026-10-15")
                .body("week.attendancePercent", equalTo(93))
                .body("days.weekday", contains("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"))
                .body(
                        "days.attendancePercent",
                        contains(nullValue(), nullValue(), equalTo(100), equalTo(100), nullValue()));
    }

    @Test
    void aDayOnWhichTenWereAbsentHasAShare() {
        come("9", 30, 10);

        ask("2026-10-15")
                .body("week.attendancePercent", equalTo(93))
                .body("days.attendancePercent", contains(100, 67, 100, 100, 100));
    }

    @Test
    void ofASchoolOfNineNothingIsToldOnAWall() {
        come("9", 9, 3);

        ask("2026-10-15")
                .body("week", nullValue())
                .body("yearSoFar", nullValue())
                .body("students", nullValue())
                .body("weeks", hasSize(0))
                .body("days", hasSize(0))
                .body("grades", hasSize(0))
                .body("otherGrades", nullValue());
    }

    @Test
    void aWeekWithoutSchoolSaysNothing() {
        come("9", 40, 12);

        ask("2026-08-12").body("week", nullValue()).body("days", hasSize(0)).body("grades", hasSize(0));
    }

    @Test
    void itIsTheSchoolsOwnMatter() {
        given().auth()
                .oauth2(TestTokens.person(fresh("analyst"), "district-analyst", "*"))
                .get("/v1/weekly-page?school={school}", school)
                .then()
                .statusCode(403);
    }
}
