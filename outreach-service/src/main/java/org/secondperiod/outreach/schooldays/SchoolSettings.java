package org.secondperiod.outreach.schooldays;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A school as its roster and its people set it up.
 *
 * @param triggerPeriod the period whose absence mark starts outreach
 * @param graceMinutes from the trigger period's end to the cut-off
 * @param lateLimitMinutes from the trigger period's start: who enters later came late to school
 * @param sendsAttendanceTaken whether the SIS says when attendance was submitted
 * @param massAbsencePercent above this share of absent students the doors or the data are doubted, not the students
 * @param holdMinutes how long a hold may stay undecided
 * @param calendar a date that is not named, or has no day type, has no school
 */
public record SchoolSettings(
        SchoolId schoolId,
        String name,
        ZoneId zone,
        List<BuildingId> buildings,
        String triggerPeriod,
        int graceMinutes,
        int lateLimitMinutes,
        boolean sendsAttendanceTaken,
        int massAbsencePercent,
        int holdMinutes,
        List<BellSchedule> bellSchedules,
        Map<LocalDate, CalendarDay> calendar) {

    /** The bells of a day type, from a date on. The newest one that is not after the day counts. */
    public record BellSchedule(String dayType, LocalDate effectiveFrom, boolean remote, List<Bell> bells) {}

    /** One period in local time. */
    public record Bell(String period, LocalTime start, LocalTime end) {}

    /** What the calendar says of a date. */
    public record CalendarDay(
            @Nullable String dayType, @Nullable String note) {}

    /** The bells that ring for {@code dayType} on {@code day}: a later schedule never re-decides an earlier day. */
    Optional<BellSchedule> bellsOf(String dayType, SchoolDay day) {
        return bellSchedules.stream()
                .filter(schedule -> schedule.dayType().equals(dayType))
                .filter(schedule -> !schedule.effectiveFrom().isAfter(day.date()))
                .filter(schedule -> !schedule.bells().isEmpty())
                .max(Comparator.comparing(BellSchedule::effectiveFrom));
    }
}
