package org.secondperiod.reporting.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.facts.StudentDay;

/**
 * One version of a call task.
 *
 * @param ended whether it has ended in this state
 * @param at when it came to it
 */
public record CallTask(
        String taskId,
        long version,
        StudentDay of,
        String state,
        boolean ended,
        Instant at,
        @Nullable Instant arrivedAt) {}
