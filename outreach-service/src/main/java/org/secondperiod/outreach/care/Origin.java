package org.secondperiod.outreach.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * Where something to be done comes from.
 *
 * @param attemptId the call or conversation; null where somebody opened it without one
 * @param taskId the call's task, where it had one
 * @param at when it was said
 */
public record Origin(
        StudentAtSchool of,
        @Nullable String attemptId,
        @Nullable String taskId,
        Instant at) {}
