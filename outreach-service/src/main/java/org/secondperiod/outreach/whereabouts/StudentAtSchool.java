package org.secondperiod.outreach.whereabouts;

import java.util.Comparator;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/** Of what a conclusion is: a student at a school on a school day. In the order of locks. */
public record StudentAtSchool(StudentId student, SchoolId school, SchoolDay day)
        implements Comparable<StudentAtSchool> {

    private static final Comparator<StudentAtSchool> ORDER = Comparator.comparing(StudentAtSchool::school)
            .thenComparing(StudentAtSchool::day)
            .thenComparing(StudentAtSchool::student);

    /** Under what the student's facts are filed. */
    public StudentDay studentDay() {
        return new StudentDay(student, day);
    }

    public SchoolOnDay schoolOnDay() {
        return new SchoolOnDay(school, day);
    }

    @Override
    public int compareTo(StudentAtSchool other) {
        return ORDER.compare(this, other);
    }
}
