package org.secondperiod.bench.baseline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.stack.District;

/**
 * What a baseline concludes of a student's day once the cut-off has passed: the heart of the rules, and nothing of schedules,
 * silent doors, holds, known absences or mass absence, which it does not know.
 *
 * @param scanAt the scan that decided, as epoch milliseconds; 0 where there is none
 */
public record Decided(String student, String school, long day, String state, long scanAt, String explanation) {

    private static final LocalTime LATE_LIMIT = LocalTime.of(8, 20);

    static Decided of(String student, @Nullable DayMark mark, @Nullable DayScans scans) {
        long day = Math.max(mark == null ? 0 : mark.day(), scans == null ? 0 : scans.day());
        DayMark marked = mark != null && mark.day() == day && !mark.deleted() ? mark : null;
        DayScans seen = scans != null && scans.day() == day && scans.isInside() ? scans : null;
        String school = mark == null ? student.substring(0, student.indexOf('-')) : mark.school();
        String state = state(marked, seen, day);
        return new Decided(student, school, day, state, seen == null ? 0 : seen.firstIn(), words(marked, seen, state));
    }

    private static String state(@Nullable DayMark mark, @Nullable DayScans seen, long day) {
        if (mark == null) {
            return seen == null ? "HELD" : "NOT_ABSENT";
        }
        return switch (mark.category()) {
            case EXCUSED_ABSENCE -> "EXPLAINED";
            case UNEXCUSED_ABSENCE -> absent(seen, day);
            default -> "NOT_ABSENT";
        };
    }

    private static String absent(@Nullable DayScans seen, long day) {
        if (seen == null) {
            return "UNACCOUNTED";
        }
        long lateLimit =
                District.at(LocalDate.ofEpochDay(day), LATE_LIMIT).toInstant().toEpochMilli();
        return seen.firstIn() <= lateLimit ? "IN_BUILDING" : "ARRIVED";
    }

    private static String words(@Nullable DayMark mark, @Nullable DayScans seen, String state) {
        return "%s. %s. %s."
                .formatted(
                        state,
                        mark == null ? "No mark" : "Marked at " + Instant.ofEpochMilli(mark.takenAt()),
                        seen == null ? "No entry scan" : "Came in at " + Instant.ofEpochMilli(seen.firstIn()));
    }
}
