package org.secondperiod.local.oracle;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is concluded of a student, and what has become of the call task, which nobody has touched.
 *
 * @param scanAt the scan that decided (rules 7, 8 and 11)
 * @param leftAt when the student went out again (rule 14)
 * @param cutOff what is waited for (rule 9)
 * @param heldSince since when the student has been held without a break; null if not held
 * @param heldWith who has to clear up the hold; null if not held
 * @param task the task's state; null if there never was one
 * @param weak whether an open task stands on a hold; null where none is open
 * @param ended why it was withdrawn
 */
public record Verdict(
        int rule,
        String state,
        @Nullable String reason,
        @Nullable Instant scanAt,
        @Nullable Instant leftAt,
        @Nullable Instant cutOff,
        @Nullable Instant heldSince,
        @Nullable String heldWith,
        @Nullable String task,
        @Nullable Boolean weak,
        @Nullable String ended) {

    /** The same, whatever the hold's age. */
    public Verdict withoutAge() {
        return new Verdict(rule, state, reason, scanAt, leftAt, cutOff, null, heldWith, task, weak, ended);
    }
}
