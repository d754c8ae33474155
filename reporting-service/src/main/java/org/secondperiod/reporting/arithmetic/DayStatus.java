package org.secondperiod.reporting.arithmetic;

/** What a day that counts was, officially. */
public enum DayStatus {
    PRESENT('P', 0),
    LATE('L', 0),
    /** Half a day absent. */
    HALF('H', 1),
    ABSENT('A', 2);

    private final char letter;
    private final int absentHalfDays;

    DayStatus(char letter, int absentHalfDays) {
        this.letter = letter;
        this.absentHalfDays = absentHalfDays;
    }

    /** As it stands in strips and events. */
    public char letter() {
        return letter;
    }

    public int absentHalfDays() {
        return absentHalfDays;
    }

    /**
     * The status of that letter.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DayStatus of(char letter) {
        for (DayStatus status : values()) {
            if (status.letter == letter) {
                return status;
            }
        }
        throw new IllegalArgumentException("no day is " + letter);
    }
}
