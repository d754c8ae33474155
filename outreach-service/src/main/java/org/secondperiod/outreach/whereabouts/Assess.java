package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import org.secondperiod.outreach.schooldays.DayPlan;

/** The decision. */
public final class Assess {

    private Assess() {}

    /** Where the student is, as far as {@code situation} tells at {@code now}. A function: same input, same answer. */
    public static Whereabouts assess(Situation situation, DayPlan plan, Instant now) {
        throw new UnsupportedOperationException("the fourteen rules follow");
    }

    /** Whether the student counts as {@link SchoolPicture#markedAbsentUnexplained}. */
    public static boolean isMarkedAbsentUnexplained(Situation situation, DayPlan plan) {
        throw new UnsupportedOperationException("the fourteen rules follow");
    }
}
