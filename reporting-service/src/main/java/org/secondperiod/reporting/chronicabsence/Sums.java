package org.secondperiod.reporting.chronicabsence;

import org.secondperiod.reporting.arithmetic.Count;

/**
 * Tallies, added up to a date.
 *
 * @param enrolled students who were enrolled on a day up to then
 * @param counted days of students that count
 * @param absentHalfDays of them
 * @param leftOut students of whom days count, but fewer than the minimum
 */
public record Sums(
        long enrolled,
        long counted,
        long absentHalfDays,
        long leftOut,
        long satisfactory,
        long atRisk,
        long chronic,
        long severe) {

    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0);

    public Sums plus(Sums other) {
        return new Sums(
                enrolled + other.enrolled,
                counted + other.counted,
                absentHalfDays + other.absentHalfDays,
                leftOut + other.leftOut,
                satisfactory + other.satisfactory,
                atRisk + other.atRisk,
                chronic + other.chronic,
                severe + other.severe);
    }

    /** Students who are in a band. */
    public long inBands() {
        return satisfactory + atRisk + chronic + severe;
    }

    /** Students of whom no day counts, though they were enrolled. */
    public long withoutDays() {
        return enrolled - leftOut - inBands();
    }

    public long enrolledHalfDays() {
        return Count.HALVES * counted;
    }
}
