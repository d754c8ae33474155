package org.secondperiod.reporting.watchlist;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.arithmetic.Standing;
import org.secondperiod.reporting.arithmetic.Strip;

/**
 * A student of a school on its list, as of a date; all of it is of that school alone.
 *
 * @param asOf the last day that counts
 * @param band none below the minimum enrolment
 * @param before the band ten school days before; none: below the minimum then
 * @param absencesLeftHalfDays none where no calendar tells
 */
@Schema(name = "WatchedStudent")
public record Watched(
        String studentId,
        String schoolId,
        @Nullable String grade,
        @Nullable String homeroom,
        Set<Why> why,
        LocalDate asOf,
        int enrolledHalfDays,
        int absentHalfDays,

        @Schema(description = "Not there below the minimum enrolment") @Nullable
        Band band,

        @Schema(description = "Ten school days before") @Nullable
        Band before,

        int daysInARow,

        @Schema(description = "The most further absences with which the year still ends below chronic") @Nullable
        Integer absencesLeftHalfDays,

        @Schema(description = "False: even no further absence would do") @Nullable
        Boolean canEndBelowChronic,

        @Schema(description = "A letter for each day: P present, L late, H half a day absent, A absent")
        String lastTwentyDays) {

    static final int DAYS_BEFORE = 10;
    private static final int SHOWN = 20;
    private static final int IN_A_ROW = 3;
    private static final int FEW_LEFT = 4;

    /** Who and where. */
    public record Of(
            String studentId,
            String schoolId,
            @Nullable String grade,
            @Nullable String homeroom) {}

    /**
     * Whether a student is one whom the school can still look at: who has left, or not come yet, is not, whatever the last day that
     * counts was like. Once the school year is over, whoever stayed to its last day of school is.
     *
     * @param enrolled the dates of the year on which the student is enrolled there
     * @param ofSchool from the year's first day of school to its last
     */
    static boolean isEnrolled(BitSet enrolled, SchoolYear year, LocalDate asOf, Span ofSchool) {
        return enrolled.get(year.index(asOf.isAfter(ofSchool.exit()) ? ofSchool.exit() : asOf));
    }

    /** Whether a student was enrolled on any day of the year up to the date. */
    static boolean wasEnrolled(BitSet enrolled, SchoolYear year, LocalDate asOf) {
        int first = enrolled.nextSetBit(0);
        return first >= 0 && first <= year.index(asOf);
    }

    /**
     * Whether a student is on the list, and why.
     *
     * @param days a strip of those that count, up to the date
     * @param left none where no calendar tells
     * @return nothing where there is no reason
     */
    static Optional<Watched> of(Of of, String days, LocalDate last, @Nullable AbsencesLeft left, int minimumDays) {
        Count count = Count.of(days);
        Band band = band(count, minimumDays);
        Band before = band(Count.of(without(days, DAYS_BEFORE)), minimumDays);
        int run = Standing.run(days);
        Set<Why> why = EnumSet.noneOf(Why.class);
        if (band != null && band != Band.SATISFACTORY && (before == null || band.compareTo(before) > 0)) {
            why.add(Why.NEWLY_AT_RISK);
        }
        if (band != null && isOneFromAWorse(count, band)) {
            why.add(Why.ONE_ABSENCE_FROM_A_BAND);
        }
        if (run >= IN_A_ROW) {
            why.add(Why.THREE_IN_A_ROW);
        }
        if (left != null && left.canEndBelowChronic() && left.halfDays() <= FEW_LEFT) {
            why.add(Why.FEW_ABSENCES_LEFT);
        }
        return why.isEmpty()
                ? Optional.empty()
                : Optional.of(new Watched(
                        of.studentId(),
                        of.schoolId(),
                        of.grade(),
                        of.homeroom(),
                        why,
                        last,
                        count.enrolledHalfDays(),
                        count.absentHalfDays(),
                        band,
                        before,
                        run,
                        left == null ? null : left.halfDays(),
                        left == null ? null : left.canEndBelowChronic(),
                        Strip.tail(days, SHOWN)));
    }

    private static boolean isOneFromAWorse(Count count, Band band) {
        Count next = count.plus(new Count(Count.HALVES, Count.HALVES));
        return Band.of(next).compareTo(band) > 0;
    }

    private static @Nullable Band band(Count count, int minimumDays) {
        return count.reaches(minimumDays) ? Band.of(count) : null;
    }

    /** Without the last so many days that say something. */
    private static String without(String days, int most) {
        int end = days.length();
        for (int left = most; left > 0 && end > 0; end--) {
            if (days.charAt(end - 1) != Strip.NOTHING) {
                left--;
            }
        }
        return days.substring(0, end);
    }
}
