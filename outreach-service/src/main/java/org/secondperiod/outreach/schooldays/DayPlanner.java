package org.secondperiod.outreach.schooldays;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.schooldays.DayPlan.Period;
import org.secondperiod.outreach.schooldays.SchoolSettings.BellSchedule;
import org.secondperiod.outreach.schooldays.SchoolSettings.CalendarDay;

/** Works a school's settings into the plan of a day. */
record DayPlanner(SchoolSettings school, SchoolDay day) {

    DayPlan plan(@Nullable String firstPeriod) {
        CalendarDay calendarDay = school.calendar().get(day.date());
        if (calendarDay == null) {
            return noSchool("not in the school's calendar");
        }
        String dayType = calendarDay.dayType();
        if (dayType == null) {
            return noSchool(calendarDay.note() == null ? "no school in the calendar" : calendarDay.note());
        }
        return school.bellsOf(dayType, day)
                .<DayPlan>map(schedule -> open(schedule, firstPeriod))
                .orElseGet(() -> noSchool("no bell schedule for the day type " + dayType));
    }

    private DayPlan.NoSchool noSchool(String reason) {
        return new DayPlan.NoSchool(school.schoolId(), day, school.zone(), reason);
    }

    private DayPlan.Open open(BellSchedule schedule, @Nullable String firstPeriod) {
        List<Period> periods = schedule.bells().stream()
                .map(bell -> new Period(bell.period(), instant(bell.start()), instant(bell.end())))
                .sorted(Comparator.comparing(Period::start))
                .toList();
        Period trigger = trigger(periods, firstPeriod);
        return new DayPlan.Open(
                school.schoolId(),
                day,
                school.zone(),
                schedule.dayType(),
                schedule.remote(),
                school.buildings(),
                periods,
                trigger,
                trigger.start().plus(Duration.ofMinutes(school.lateLimitMinutes())),
                trigger.end().plus(Duration.ofMinutes(school.graceMinutes())),
                periods.stream().map(Period::end).max(Comparator.naturalOrder()).orElseThrow(),
                new DayPlan.Policy(
                        school.sendsAttendanceTaken(),
                        school.massAbsencePercent(),
                        Duration.ofMinutes(school.holdMinutes())));
    }

    /** The school's trigger period (on a day without it, the day's first), or the student's own, later one. */
    private Period trigger(List<Period> periods, @Nullable String firstPeriod) {
        Period ofSchool = named(periods, school.triggerPeriod()).orElse(periods.getFirst());
        return named(periods, firstPeriod)
                .filter(own -> own.isLaterThan(ofSchool))
                .orElse(ofSchool);
    }

    private static Optional<Period> named(List<Period> periods, @Nullable String name) {
        return periods.stream().filter(period -> period.name().equals(name)).findFirst();
    }

    /** Of an ambiguous local time the earlier offset; a time in the gap moves on by the gap's length. */
    private Instant instant(LocalTime local) {
        return day.date().atTime(local).atZone(school.zone()).toInstant();
    }
}
