package org.secondperiod.reporting.visibility;

import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;

/**
 * Reports as they were known at the end of a date, so that a figure once sent can be explained: what they say of it, in the same
 * words each.
 */
public final class KnownOn {

    /** What is asked for with it. */
    public static final String ASKED =
            "As it was known at the end of this date, yyyy-MM-dd: what was learned later counts for nothing, so that a figure"
                    + " once sent can be explained. As it is known now if none is given. Only where you may read of the"
                    + " students one by one; released months never change";

    /** What the answer has of it. */
    public static final String ANSWERED = "As it was known at the end of this date; not there: as it is known now";

    /** What is answered. */
    public static final String NUMBERS = "The numbers, as what is known now tells them, or what was known on knownOn";

    private KnownOn() {}

    /** Refuses it to who gets released months. @param asked none: it was not asked for */
    public static void isNotForReleased(@Nullable Object asked) {
        if (asked != null) {
            throw Problems.of(
                    403,
                    "not-allowed",
                    "Not allowed",
                    "knownOn is only for who may read of the students of each school asked for. Released months stay as they"
                            + " were counted: ask without it.");
        }
    }
}
