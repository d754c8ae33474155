package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that outreach needs to know of a school, in one value: the latest wins by version.
 *
 * @param zone the school's own time zone (IANA)
 * @param buildings where its students may enter; several schools may share one
 * @param triggerPeriod the period whose absence mark starts outreach
 * @param graceMinutes from the trigger period's end to the cut-off
 * @param lateLimitMinutes from the trigger period's start to the late limit
 * @param sendsAttendanceTaken whether its student information system says when attendance was submitted
 * @param massAbsencePercent over which share marked absent the school's tasks are held
 * @param holdMinutes how long a hold may stay undecided
 * @param calendar by date; a date that is missing, or has no day type, is not a school day
 */
public record SchoolChanged(
        String eventId,
        String schoolId,
        String name,
        String zone,
        List<String> buildings,
        String triggerPeriod,
        int graceMinutes,
        int lateLimitMinutes,
        boolean sendsAttendanceTaken,
        int massAbsencePercent,
        int holdMinutes,
        List<BellSchedule> bellSchedules,
        Map<LocalDate, CalendarDay> calendar,
        long version,
        Instant recordedAt)
        implements Event {

    /**
     * The periods of a day type.
     *
     * @param effectiveFrom the first school day it holds for; it never changes a day before that
     * @param remote students are not expected in the building
     */
    public record BellSchedule(String dayType, LocalDate effectiveFrom, boolean remote, List<Period> periods) {}

    /** A period in local time. */
    public record Period(String period, LocalTime start, LocalTime end) {}

    /** A date's day type; none means there is no school. */
    public record CalendarDay(
            @Nullable String dayType, @Nullable String note) {}
}
