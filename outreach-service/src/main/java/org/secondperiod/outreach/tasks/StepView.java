package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step in a task's life, as it is shown. */
public record StepView(
        long version,
        Instant at,
        String what,
        String state,
        @Nullable String reason,
        @Nullable String by) {}
