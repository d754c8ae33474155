package org.secondperiod.reporting.outreach;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.facts.StudentDay;

/**
 * One version of a call or a conversation.
 *
 * @param outgoing the school began it
 * @param channel how people came to talk; none: a number was dialled
 * @param nextStep what is to be done, coded; none: nothing
 * @param comingBy until when the student was promised to be in school
 * @param inError why a family was called about a child who was in the building; none: it was not
 * @param undone it never was
 * @param rootCause what is said to be at the root of the absence; none: nobody has said
 */
public record Call(
        String callId,
        long version,
        String taskId,
        StudentDay of,
        String outcome,
        @Nullable String result,
        @Nullable String reason,
        String calledBy,
        Instant calledAt,
        boolean outgoing,
        @Nullable Instant comingBy,
        @Nullable String inError,
        boolean undone,
        @Nullable String channel,
        @Nullable String nextStep,
        @Nullable String rootCause) {}
