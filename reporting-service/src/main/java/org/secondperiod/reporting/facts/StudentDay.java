package org.secondperiod.reporting.facts;

import java.time.LocalDate;
import java.util.Comparator;

/** A student's day at a school. */
public record StudentDay(String studentId, String schoolId, LocalDate day) implements Comparable<StudentDay> {

    private static final Comparator<StudentDay> ORDER = Comparator.comparing(StudentDay::schoolId)
            .thenComparing(StudentDay::day)
            .thenComparing(StudentDay::studentId);

    @Override
    public int compareTo(StudentDay other) {
        return ORDER.compare(this, other);
    }
}
