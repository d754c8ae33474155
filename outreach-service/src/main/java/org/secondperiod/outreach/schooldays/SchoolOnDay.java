package org.secondperiod.outreach.schooldays;

import java.util.Comparator;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/** A school on one of its days. In the order of locks. */
public record SchoolOnDay(SchoolId school, SchoolDay day) implements Comparable<SchoolOnDay> {

    @Override
    public int compareTo(SchoolOnDay other) {
        return Comparator.comparing(SchoolOnDay::school)
                .thenComparing(SchoolOnDay::day)
                .compare(this, other);
    }
}
