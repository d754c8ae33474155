package org.secondperiod.local.city;

import java.time.LocalDate;

/** What the city reported of one school on one day; {@code enrolled = absent + present + released}. */
public record SchoolFigures(String schoolId, LocalDate day, int enrolled, int absent, int present, int released) {

    /** The same figures, of another day. */
    SchoolFigures on(LocalDate otherDay) {
        return new SchoolFigures(schoolId, otherDay, enrolled, absent, present, released);
    }

    /** The n-th student, counted from 0: first the absent, then the released, then the present. */
    String studentId(int n) {
        return "%s-%04d".formatted(schoolId, n + 1);
    }

    String badge(int n) {
        return "C" + studentId(n);
    }

    boolean isAbsent(int n) {
        return n < absent;
    }

    boolean isReleased(int n) {
        return n >= absent && n < absent + released;
    }

    boolean isPresent(int n) {
        return n >= absent + released;
    }
}
