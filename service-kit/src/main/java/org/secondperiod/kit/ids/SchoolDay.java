package org.secondperiod.kit.ids;

import java.time.LocalDate;

/** A local date at a school, in the school's own time zone; never the server's date. */
public record SchoolDay(LocalDate date) implements Comparable<SchoolDay> {

    public static SchoolDay of(LocalDate date) {
        return new SchoolDay(date);
    }

    /** Reads {@code yyyy-MM-dd}. */
    public static SchoolDay parse(String text) {
        return new SchoolDay(LocalDate.parse(text));
    }

    @Override
    public int compareTo(SchoolDay other) {
        return date.compareTo(other.date);
    }

    @Override
    public String toString() {
        return date.toString();
    }
}
