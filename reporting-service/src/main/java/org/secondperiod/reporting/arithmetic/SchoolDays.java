package org.secondperiod.reporting.arithmetic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The dates of a school year at a school.
 *
 * @param calendar a strip: something on each instructional day
 * @param submitted a strip: something on each day whose attendance the school has submitted
 * @param today no later date counts
 */
public record SchoolDays(String calendar, String submitted, int today) {

    /** Of a school of which nothing is known. */
    public static final SchoolDays NONE = new SchoolDays("", "", -1);

    public boolean isInstructional(int index) {
        return Strip.at(calendar, index) != Strip.NOTHING;
    }

    /** From the year's first day of school to its last, as far as the calendar tells; where it names none, the whole year. */
    public Span ofSchool(SchoolYear year) {
        int first = Strip.first(calendar);
        return first < 0
                ? new Span(year.first(), year.last())
                : new Span(year.date(first), year.date(Strip.last(calendar)));
    }

    /** Whether the day counts for those enrolled on it. */
    public boolean counts(int index) {
        return index <= today && isInstructional(index) && Strip.at(submitted, index) != Strip.NOTHING;
    }

    /** How many days of school that are over the school has not submitted, from one date to another, both included. */
    public long notSubmitted(int from, int to) {
        return IntStream.rangeClosed(Math.max(0, from), Math.min(to, today - 1))
                .filter(index -> isInstructional(index) && !counts(index))
                .count();
    }

    /** The last date that counts; -1 if none does. */
    public int lastCounted() {
        int index = Math.min(today, submitted.length() - 1);
        while (index >= 0 && !counts(index)) {
            index--;
        }
        return index;
    }

    /** Instructional days between the first and the last that count, which the school has not submitted. */
    public List<Integer> missing() {
        int last = lastCounted();
        int first =
                IntStream.rangeClosed(0, last).filter(this::counts).findFirst().orElse(0);
        return IntStream.range(first, Math.max(first, last))
                .filter(index -> isInstructional(index) && !counts(index))
                .boxed()
                .toList();
    }
}
