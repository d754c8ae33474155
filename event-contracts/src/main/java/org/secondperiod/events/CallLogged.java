package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: one dialled number, with coded outcomes and never a note.
 *
 * @param outcome what happened on the line
 * @param result what was learnt, where somebody was reached
 * @param reasonToday why the student is absent, coded, where it was said
 * @param calledBy the caller's staff id
 * @param version a corrected attempt has a higher one
 */
public record CallLogged(
        String eventId,
        String callId,
        String taskId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        Outcome outcome,
        @Nullable Result result,
        @Nullable String reasonToday,
        String calledBy,
        Instant calledAt,
        long version,
        Instant recordedAt)
        implements Event {

    /** Exactly one per attempt. */
    public enum Outcome {
        REACHED_GUARDIAN,
        REACHED_STUDENT,
        REACHED_OTHER,
        VOICEMAIL_LEFT,
        NO_ANSWER,
        BUSY,
        WRONG_NUMBER,
        NOT_IN_SERVICE,
        LANGUAGE_BARRIER,
        ASKED_NOT_TO_BE_CALLED,
        CALL_BACK_AT
    }

    /** Exactly one where somebody was reached. */
    public enum Result {
        COMING_IN_TODAY,
        WILL_NOT_COME_VALID_REASON,
        WILL_NOT_COME_OTHER,
        SAYS_LEFT_FOR_SCHOOL,
        MOVED_OR_LEFT_SCHOOL,
        UNDETERMINED
    }
}
