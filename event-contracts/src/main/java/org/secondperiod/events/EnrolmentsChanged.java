package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A student's enrolments, all of them, and badges: the latest wins by version. A student who left has none.
 */
public record EnrolmentsChanged(
        String eventId,
        String studentId,
        List<Enrolment> enrolments,
        List<Badge> badges,
        List<String> groups,
        long version,
        Instant recordedAt)
        implements Event {

    /**
     * @param entry first day, inclusive; none means open
     * @param exit last day, inclusive; none means open
     * @param firstPeriod the student's first period, where the roster gives one
     */
    public record Enrolment(
            String schoolId,
            @Nullable LocalDate entry,
            @Nullable LocalDate exit,
            @Nullable String grade,
            @Nullable String homeroom,
            @Nullable String firstPeriod,
            List<SchoolClass> classes) {}

    /**
     * A class the student sits in.
     *
     * @param periods when it meets, by period name; empty where the roster does not tell
     * @param teacher the teacher's id, where the roster tells
     */
    public record SchoolClass(
            String classId,
            @Nullable String title,
            List<String> periods,
            @Nullable String teacher) {}

    /** A badge and when it was the student's: from inclusive, to exclusive, none means open. */
    public record Badge(
            String badge,
            @Nullable Instant validFrom,
            @Nullable Instant validTo) {}
}
