package org.secondperiod.outreach.attempts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/**
 * A dialled number, or a conversation, as far as it concerns one student.
 *
 * @param callId what it has in common with the attempts of other students of the household whom the same call covered
 * @param taskId null for a conversation about a student whom nobody was to call
 * @param contactId which of the student's contacts, where it is known
 * @param note null where there is none
 * @param calledBy who dialled, or talked
 * @param loggedBy whose credential it was: another than {@code calledBy} where a sheet of paper was keyed in
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
        String loggedBy,
        Instant startedAt,
        Instant recordedAt,
        Instant changedAt,
        @Nullable Instant undoneAt,
        @Nullable Long taskVersion,
        @Nullable InError error,
        long version) {

    /** Who sees to what it leaves, where nobody is named: who called, if they work at the student's school. */
    String usualOwner(Schools calledByWorksAt) {
        return calledByWorksAt.holds(of.school().value()) ? calledBy : loggedBy;
    }

    /** Whether it did something to its task, and that is another one now. @param task as it is; null: it is not there any more */
    boolean isOvertaken(@Nullable StoredTask task) {
        return taskVersion != null && (task == null || taskVersion != task.version());
    }

    /** The same, with other words. */
    Attempt corrected(Said to, @Nullable String contact, Instant now) {
        return new Attempt(
                attemptId,
                callId,
                taskId,
                of,
                channel,
                to,
                contact,
                note,
                calledBy,
                loggedBy,
                startedAt,
                recordedAt,
                now,
                undoneAt,
                taskVersion,
                error,
                version + 1);
    }

    /** Taken back. */
    Attempt undone(Instant now) {
        return changed(now, now, taskVersion, error, version + 1);
    }

    /** With what is known of why it should not have been made; null: it was right. */
    Attempt inError(@Nullable InError what, Instant now) {
        return changed(now, undoneAt, taskVersion, what, version + 1);
    }

    /** The next version, in which what others say of it has changed. */
    Attempt again(Instant now) {
        return changed(now, undoneAt, taskVersion, error, version + 1);
    }

    /** The same version, with what it left of the task, and with what is wrong with it. */
    Attempt with(@Nullable Long versionOfTask, @Nullable InError what) {
        return changed(changedAt, undoneAt, versionOfTask, what, version);
    }

    private Attempt changed(
            Instant at, @Nullable Instant undone, @Nullable Long left, @Nullable InError what, long to) {
        return new Attempt(
                attemptId,
                callId,
                taskId,
                of,
                channel,
                said,
                contactId,
                note,
                calledBy,
                loggedBy,
                startedAt,
                recordedAt,
                at,
                undone,
                left,
                what,
                to);
    }

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
