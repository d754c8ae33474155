package org.secondperiod.outreach.schooldays;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.schooldays.SchoolSettings.Bell;
import org.secondperiod.outreach.schooldays.SchoolSettings.BellSchedule;
import org.secondperiod.outreach.schooldays.SchoolSettings.CalendarDay;

class DayPlanTest {

    private static final SchoolDay DAY = SchoolDay.parse("2026-10-14");

    @Test
    @Tag("F8")
    void theNewestBellScheduleThatIsInEffectCounts() {
        SchoolSettings school = school(
                bells("2026-09-01", "08:00", "08:41"),
                bells("2026-10-14", "08:10", "08:51"),
                bells("2026-10-15", "09:00", "09:41"));

        DayPlan.Open plan = (DayPlan.Open) DayPlan.of(school, DAY);

        assertThat(plan.trigger().start()).isEqualTo(Instant.parse("2026-10-14T12:10:00Z"));
        assertThat(plan.lateLimit()).isEqualTo(Instant.parse("2026-10-14T12:30:00Z"));
        assertThat(plan.cutOff()).isEqualTo(Instant.parse("2026-10-14T12:54:00Z"));
    }

    @Test
    void aNewScheduleNeverReDecidesAPastDay() {
        SchoolSettings before = school(bells("2026-09-01", "08:00", "08:41"));
        SchoolSettings after = school(bells("2026-09-01", "08:00", "08:41"), bells("2026-10-15", "09:00", "09:41"));

        assertThat(DayPlan.of(after, DAY)).isEqualTo(DayPlan.of(before, DAY));
    }

    @Test
    @Tag("F8")
    void theCutOffIsTheClockOnTheWallOnBothSidesOfAClockChange() {
        SchoolSettings school = school(bells("2026-09-01", "08:00", "08:41"));

        assertThat(cutOff(school, "2026-10-30")).isEqualTo(Instant.parse("2026-10-30T12:44:00Z"));
        assertThat(cutOff(school, "2026-11-02")).isEqualTo(Instant.parse("2026-11-02T13:44:00Z"));
    }

    @Test
    void ofATimeThatComesTwiceTheFirstCountsAndOneThatNeverComesMovesOn() {
        SchoolSettings school = school(bells("2026-01-01", "01:30", "02:30"));

        DayPlan.Open twice = (DayPlan.Open) DayPlan.of(openOn(school, "2026-11-01"), SchoolDay.parse("2026-11-01"));
        DayPlan.Open never = (DayPlan.Open) DayPlan.of(openOn(school, "2026-03-08"), SchoolDay.parse("2026-03-08"));

        assertThat(twice.trigger().start()).isEqualTo(Instant.parse("2026-11-01T05:30:00Z"));
        assertThat(twice.trigger().end()).isEqualTo(Instant.parse("2026-11-01T07:30:00Z"));
        assertThat(never.trigger().end()).isEqualTo(Instant.parse("2026-03-08T07:30:00Z"));
    }

    @Test
    void aScheduleThatIsNotYetInEffectIsNoSchedule() {
        assertThat(DayPlan.of(school(bells("2026-10-15", "08:00", "08:41")), DAY))
                .isInstanceOf(DayPlan.NoSchool.class);
    }

    @Test
    void theDayEndsWithItsLastPeriodInWhateverOrderTheyAreGiven() {
        SchoolSettings school = school(new BellSchedule(
                "regular",
                LocalDate.parse("2026-09-01"),
                false,
                List.of(bell("8", "13:15", "14:00"), bell("1", "08:00", "08:41"), bell("lunch", "12:00", "12:30"))));

        DayPlan.Open plan = (DayPlan.Open) DayPlan.of(school, DAY);

        assertThat(plan.endOfDay()).isEqualTo(Instant.parse("2026-10-14T18:00:00Z"));
        assertThat(plan.periods()).extracting(DayPlan.Period::name).containsExactly("1", "lunch", "8");
    }

    @Test
    void onlyALaterFirstPeriodOfTheStudentCounts() {
        SchoolSettings school = school(new BellSchedule(
                "regular",
                LocalDate.parse("2026-09-01"),
                false,
                List.of(bell("0", "07:00", "07:41"), bell("1", "08:00", "08:41"), bell("2", "08:45", "09:26"))));

        assertThat(trigger(school, null)).isEqualTo("1");
        assertThat(trigger(school, "0")).isEqualTo("1");
        assertThat(trigger(school, "1")).isEqualTo("1");
        assertThat(trigger(school, "2")).isEqualTo("2");
        assertThat(trigger(school, "9")).isEqualTo("1");
    }

    @Test
    void aDayWithoutSchoolSaysWhy() {
        SchoolSettings school = school(bells("2026-09-01", "08:00", "08:41"));

        assertThat(DayPlan.of(school, SchoolDay.parse("2026-10-13")))
                .isInstanceOfSatisfying(
                        DayPlan.NoSchool.class,
                        day -> assertThat(day.reason()).isEqualTo("not in the school's calendar"));
    }

    private static String trigger(SchoolSettings school, @Nullable String firstPeriod) {
        return ((DayPlan.Open) DayPlan.of(school, DAY, firstPeriod)).trigger().name();
    }

    private static Instant cutOff(SchoolSettings school, String day) {
        return ((DayPlan.Open) DayPlan.of(openOn(school, day), SchoolDay.parse(day))).cutOff();
    }

    private static SchoolSettings openOn(SchoolSettings school, String day) {
        return new SchoolSettings(
                school.schoolId(),
                school.name(),
                school.zone(),
                school.buildings(),
                school.triggerPeriod(),
                school.graceMinutes(),
                school.lateLimitMinutes(),
                school.sendsAttendanceTaken(),
                school.massAbsencePercent(),
                school.holdMinutes(),
                school.bellSchedules(),
                Map.of(LocalDate.parse(day), new CalendarDay("regular", null)));
    }

    private static SchoolSettings school(BellSchedule... schedules) {
        return new SchoolSettings(
                new SchoolId("BXL"),
                "Bronx Lab",
                ZoneId.of("America/New_York"),
                List.of(new BuildingId("East")),
                "1",
                3,
                20,
                true,
                60,
                10,
                List.of(schedules),
                Map.of(DAY.date(), new CalendarDay("regular", null)));
    }

    private static BellSchedule bells(String effectiveFrom, String start, String end) {
        return new BellSchedule("regular", LocalDate.parse(effectiveFrom), false, List.of(bell("1", start, end)));
    }

    private static Bell bell(String period, String start, String end) {
        return new Bell(period, LocalTime.parse(start), LocalTime.parse(end));
    }
}
