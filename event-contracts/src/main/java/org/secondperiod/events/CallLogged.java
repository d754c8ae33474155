package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt: one dialled number, with coded outcomes and never a note; or a conversation that the school did not begin.
 *
 * @param callId the attempt, as far as it concerns this student
 * @param outcome what happened on the line
 * @param result what was learnt, where somebody was reached
 * @param reasonToday why the student is absent, coded, where it was said
 * @param calledBy the caller's staff id
 * @param version a corrected attempt has a higher one
 * @param channel absent: a number was dialled
 * @param groupId what the attempts have in common that were one call, about several students of a household
 * @param flags what made it a matter of safety, such as {@code GUARDIAN_NOT_AWARE}; absent where nothing did
 * @param comingBy until when the student was promised to be in school
 * @param nextStep coded, such as {@code HOME_VISIT}; absent where nothing is to be done
 * @param inError why a family was called about a child who was in the building; absent where it was not
 * @param undone it was taken back at once by who logged it: it never was; absent where it stands
 * @param rootCause what somebody who knows the student takes to be at the root; absent where nobody has said
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
        Instant recordedAt,
        @Nullable Channel channel,
        @Nullable String groupId,
        @Nullable List<String> flags,
        @Nullable Instant comingBy,
        @Nullable String nextStep,
        @Nullable String inError,
        @Nullable Boolean undone,
        @Nullable RootCause rootCause)
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

    /** What is at the root of an absence: a working hypothesis of the school, never a label. */
    public enum RootCause {
        BARRIER,
        AVERSION,
        DISENGAGEMENT,
        MISCONCEPTION
    }

    /** How people came to talk. */
    public enum Channel {
        OUTGOING_CALL,
        INCOMING_CALL,
        TEXT,
        IN_PERSON
    }
}
