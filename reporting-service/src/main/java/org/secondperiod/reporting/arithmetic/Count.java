package org.secondperiod.reporting.arithmetic;

/** Days in whole halves. */
public record Count(int enrolledHalfDays, int absentHalfDays) {

    public static final Count NONE = new Count(0, 0);

    /** A day has two halves. */
    public static final int HALVES = 2;

    /** Of a strip of days that count. */
    public static Count of(String days) {
        int enrolled = 0;
        int absent = 0;
        for (int index = 0; index < days.length(); index++) {
            char letter = days.charAt(index);
            if (letter != Strip.NOTHING) {
                enrolled += HALVES;
                absent += DayStatus.of(letter).absentHalfDays();
            }
        }
        return new Count(enrolled, absent);
    }

    /** Whether so many days count that the student is in reports. */
    public boolean reaches(int minimumDays) {
        return enrolledHalfDays >= HALVES * minimumDays;
    }

    public int attendedHalfDays() {
        return enrolledHalfDays - absentHalfDays;
    }

    public Count plus(Count other) {
        return new Count(enrolledHalfDays + other.enrolledHalfDays, absentHalfDays + other.absentHalfDays);
    }
}
