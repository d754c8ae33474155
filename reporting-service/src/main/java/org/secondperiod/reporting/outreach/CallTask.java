package org.secondperiod.reporting.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.facts.StudentDay;

/**
 * One version of a call task.
 *
 * @param ended whether it has ended in this state
 * @param at when it came to it
 * @param draw where it stands among its equals; none: nothing was drawn, or it is not the task's first version
 */
public record CallTask(
        String taskId,
        long version,
        StudentDay of,
        String state,
        boolean ended,
        Instant at,
        @Nullable Instant arrivedAt,
        @Nullable Draw draw) {

    /** Its place in the drawn order of a band. */
    public record Draw(String band, String place) {}
}
