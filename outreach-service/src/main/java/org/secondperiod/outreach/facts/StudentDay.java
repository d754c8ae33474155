package org.secondperiod.outreach.facts;

import java.util.Comparator;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;

/** Under what a student's facts are filed: the student and the local date in the district's zone. In the order of locks. */
public record StudentDay(StudentId student, SchoolDay day) implements Comparable<StudentDay> {

    @Override
    public int compareTo(StudentDay other) {
        return Comparator.comparing(StudentDay::student)
                .thenComparing(StudentDay::day)
                .compare(this, other);
    }
}
