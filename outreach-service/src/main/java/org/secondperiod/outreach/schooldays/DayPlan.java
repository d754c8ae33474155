package org.secondperiod.outreach.schooldays;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** What the clock and the school's policy mean for one student at one school on one day. */
public sealed interface DayPlan {

    SchoolId schoolId();

    SchoolDay day();

    ZoneId zone();

    /** The plan for students who begin with the school's trigger period. */
    static DayPlan of(SchoolSettings school, SchoolDay day) {
        return of(school, day, null);
    }

    /**
     * The plan for a student.
     *
     * @param firstPeriod the student's first period, where the roster gives one; it counts if it begins later than the
     *     school's trigger period
     */
    static DayPlan of(SchoolSettings school, SchoolDay day, @Nullable String firstPeriod) {
        return new DayPlanner(school, day).plan(firstPeriod);
    }

    /** A day without school. */
    record NoSchool(SchoolId schoolId, SchoolDay day, ZoneId zone, String reason) implements DayPlan {}

    /**
     * A day of school.
     *
     * @param remote students are not expected in the building: marks alone decide
     * @param periods in the order of the day
     * @param trigger the period whose absence mark starts outreach for this student
     * @param lateLimit who enters later came late to school, who entered earlier had time to be in class
     * @param cutOff from here on an absence mark may start a call
     * @param endOfDay the last period's end: no call opens from here on
     */
    record Open(
            SchoolId schoolId,
            SchoolDay day,
            ZoneId zone,
            String dayType,
            boolean remote,
            List<BuildingId> buildings,
            List<Period> periods,
            Period trigger,
            Instant lateLimit,
            Instant cutOff,
            Instant endOfDay,
            Policy policy)
            implements DayPlan {

        /** Whether a call may open: from the cut-off to the end of the day. */
        public boolean callsMayOpenAt(Instant now) {
            return !now.isBefore(cutOff) && now.isBefore(endOfDay);
        }

        /** The period of that name; empty where the day has none. */
        public Optional<Period> period(String name) {
            return periods.stream().filter(period -> period.name().equals(name)).findFirst();
        }

        /** Whether a period of that name begins later in the day than the trigger period. */
        public boolean isAfterTrigger(String name) {
            return period(name).filter(period -> period.isLaterThan(trigger)).isPresent();
        }
    }

    /** A period of this day. */
    record Period(String name, Instant start, Instant end) {

        boolean isLaterThan(Period other) {
            return start.isAfter(other.start);
        }
    }

    /** What the school decided about how it is judged. */
    record Policy(boolean sendsAttendanceTaken, int massAbsencePercent, Duration holdFor) {}
}
