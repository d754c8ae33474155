package org.secondperiod.reporting.arithmetic;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A student's year so far, as it is told.
 *
 * @param schoolId the school of the last day that counts; of two the first by id
 * @param asOf the last day that counts
 * @param run days absent in a row up to then; the days between, when there was no school, do not interrupt it
 * @param lastTwenty the letters of the last days that count, oldest first
 */
public record Standing(
        @Nullable String schoolId,
        LocalDate asOf,
        Count count,
        @Nullable Band band,
        @Nullable AbsencesLeft left,
        int run,
        String lastTwenty) {

    private static final int SHOWN = 20;

    /**
     * Of the schools of one student in one year, sorted by id; nothing where no day counts.
     *
     * @param strips the days that count at each of them
     */
    public static Optional<Standing> of(
            SchoolYear year, List<AtSchool> atSchools, List<String> strips, int minimumDays) {
        String days = District.counted(strips);
        int last = Strip.last(days);
        if (last < 0) {
            return Optional.empty();
        }
        Count count = Count.of(days);
        return Optional.of(new Standing(
                schoolOf(atSchools, strips, last),
                year.date(last),
                count,
                count.reaches(minimumDays) ? Band.of(count) : null,
                AbsencesLeft.of(count, District.daysAhead(atSchools, last), minimumDays)
                        .orElse(null),
                run(days),
                Strip.tail(days, SHOWN)));
    }

    /** The same student when no day counts any more. */
    public Standing withoutDays() {
        return new Standing(null, asOf, Count.NONE, null, null, 0, "");
    }

    /** Days absent in a row up to the last one. */
    public static int run(String days) {
        int run = 0;
        for (int index = days.length() - 1; index >= 0; index--) {
            char letter = days.charAt(index);
            if (letter == DayStatus.ABSENT.letter()) {
                run++;
            } else if (letter != Strip.NOTHING) {
                return run;
            }
        }
        return run;
    }

    private static @Nullable String schoolOf(List<AtSchool> atSchools, List<String> strips, int last) {
        for (int i = 0; i < strips.size(); i++) {
            if (Strip.at(strips.get(i), last) != Strip.NOTHING) {
                return atSchools.get(i).schoolId();
            }
        }
        return null;
    }
}
