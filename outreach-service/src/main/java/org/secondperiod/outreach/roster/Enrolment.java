package org.secondperiod.outreach.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A student at a school, from the entry day to the exit day.
 *
 * @param entry first day, inclusive; null means open
 * @param exit last day, inclusive; null means open
 * @param firstPeriod the student's first period, where the roster gives one
 */
public record Enrolment(
        SchoolId school,
        @Nullable LocalDate entry,
        @Nullable LocalDate exit,
        @Nullable String grade,
        @Nullable String homeroom,
        @Nullable String firstPeriod,
        List<SchoolClass> classes) {

    /** A class the student sits in; no periods where the roster does not tell when it meets. */
    public record SchoolClass(
            String classId,
            @Nullable String title,
            List<String> periods,
            @Nullable String teacher) {

        boolean mayMeetIn(String period) {
            return periods.isEmpty() || periods.contains(period);
        }
    }

    /** Whether the student is enrolled on that day. */
    public boolean covers(SchoolDay day) {
        return (entry == null || !day.date().isBefore(entry))
                && (exit == null || !day.date().isAfter(exit));
    }

    /** The classes whose attendance speaks for the student in that period. */
    public Set<String> classIdsIn(String period) {
        return classes.stream()
                .filter(schoolClass -> schoolClass.mayMeetIn(period))
                .map(SchoolClass::classId)
                .collect(Collectors.toSet());
    }
}
