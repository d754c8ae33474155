package org.secondperiod.outreach.attempts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A dialled number, or a conversation, as far as it concerns one student.
 *
 * @param callId what it has in common with the attempts of other students of the household whom the same call covered
 * @param taskId null for a conversation about a student whom nobody was to call
 * @param contactId which of the student's contacts, where it is known
 * @param note null where there is none
 * @param startedAt when it was dialled, or begun
 * @param recordedAt when it was first logged
 * @param changedAt when it was last changed
 * @param undoneAt when it was taken back; null while it stands
 * @param taskVersion the version of the task that it left; null where it left the task alone
 * @param error why it should not have been made; null where it was right
 * @param version counts its changes
 */
public record Attempt(
        String attemptId,
        String callId,
        @Nullable String taskId,
        StudentAtSchool of,
        Channel channel,
        Said said,
        @Nullable String contactId,
        @Nullable Note note,
        String calledBy,
        Instant startedAt,
        Instant recordedAt,
        Instant changedAt,
        @Nullable Instant undoneAt,
        @Nullable Long taskVersion,
        @Nullable InError error,
        long version) {

    /**
     * What was written about it.
     *
     * @param restricted about health or safety, and only for who has the right to read those
     */
    public record Note(String text, boolean restricted) {}

    /**
     * The student was in the building when it was made.
     *
     * @param evidenceAt of when the evidence is
     * @param by who says so; null where it was found by itself
     */
    public record InError(
            ErrorCause cause,
            @Nullable Instant evidenceAt,
            @Nullable String by) {}
}
