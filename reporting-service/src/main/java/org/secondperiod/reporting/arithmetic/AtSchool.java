package org.secondperiod.reporting.arithmetic;

import java.util.BitSet;
import java.util.List;

/**
 * A student's year at one school.
 *
 * @param marks a strip: what the student's marks say of each day
 * @param enrolled the dates on which the student was enrolled there
 */
public record AtSchool(String schoolId, SchoolDays school, BitSet enrolled, String marks) {

    /** The dates of a year that lie in one of these spans. */
    public static BitSet enrolled(SchoolYear year, List<Span> spans) {
        BitSet dates = new BitSet(year.dates());
        spans.stream()
                .filter(span -> span.meets(year))
                .forEach(span -> dates.set(
                        Math.max(0, span.entry().isBefore(year.first()) ? 0 : year.index(span.entry())),
                        (span.exit().isAfter(year.last()) ? year.dates() - 1 : year.index(span.exit())) + 1));
        return dates;
    }

    /**
     * The days that count, each with what it was. A day counts if it is instructional, submitted, not after today, and the student
     * was enrolled; it is a day of presence unless a mark says otherwise, and none while a mark of it is not understood.
     */
    public String counted() {
        StringBuilder days = new StringBuilder(school.calendar().length());
        int last = school.lastCounted();
        for (int index = 0; index <= last; index++) {
            days.append(school.counts(index) && enrolled.get(index) ? letter(Strip.at(marks, index)) : Strip.NOTHING);
        }
        return Strip.trimmed(days);
    }

    private static char letter(char mark) {
        return switch (mark) {
            case Strip.NOTHING -> DayStatus.PRESENT.letter();
            case Strip.UNKNOWN -> Strip.NOTHING;
            default -> mark;
        };
    }

    /** Whether the day may still come to count, as far as the calendar tells. */
    boolean isAhead(int index) {
        return school.isInstructional(index) && enrolled.get(index) && !school.counts(index);
    }
}
