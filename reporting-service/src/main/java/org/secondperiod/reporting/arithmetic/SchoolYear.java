package org.secondperiod.reporting.arithmetic;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A school year. Its dates are numbered from 0, over leap days and through changes of the clock: dates have no hours. */
public record SchoolYear(LocalDate first, LocalDate last) implements Comparable<SchoolYear> {

    private static final int CENTURY = 100;

    /**
     * The year that a date lies in.
     *
     * @param ends the last day of every school year
     */
    public static SchoolYear of(LocalDate day, MonthDay ends) {
        LocalDate end = ends.atYear(day.getYear());
        return day.isAfter(end) ? ending(ends, day.getYear() + 1) : ending(ends, day.getYear());
    }

    /** The year that begins in this calendar year. */
    public static SchoolYear beginning(int year, MonthDay ends) {
        return ends.atYear(year).plusDays(1).getYear() == year ? ending(ends, year + 1) : ending(ends, year);
    }

    private static SchoolYear ending(MonthDay ends, int year) {
        return new SchoolYear(ends.atYear(year - 1).plusDays(1), ends.atYear(year));
    }

    /** The calendar year in which it begins; years are kept under it. */
    public int begins() {
        return first.getYear();
    }

    /** How many dates it has: 365, or 366 with a leap day. */
    public int dates() {
        return index(last) + 1;
    }

    /** The number of a date; negative before the year, {@link #dates} or more after it. */
    public int index(LocalDate day) {
        return Math.toIntExact(ChronoUnit.DAYS.between(first, day));
    }

    public LocalDate date(int index) {
        return first.plusDays(index);
    }

    /** The last days of its months, and its own. */
    public List<LocalDate> monthEnds() {
        List<LocalDate> ends = new ArrayList<>();
        for (LocalDate month = first;
                !month.isAfter(last);
                month = month.plusMonths(1).withDayOfMonth(1)) {
            LocalDate end = month.withDayOfMonth(month.lengthOfMonth());
            ends.add(end.isAfter(last) ? last : end);
        }
        return List.copyOf(ends);
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** As people say it: {@code 2026-27}. */
    public String name() {
        return last.getYear() == begins()
                ? String.valueOf(begins())
                : "%d-%02d".formatted(begins(), last.getYear() % CENTURY);
    }

    @Override
    public int compareTo(SchoolYear other) {
        return first.compareTo(other.first);
    }
}
