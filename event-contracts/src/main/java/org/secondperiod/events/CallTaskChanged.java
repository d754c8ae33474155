package org.secondperiod.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step in a call task's life. One student, one school, one school day: at most one task.
 *
 * @param reason why it was withdrawn, where it was
 * @param weakEvidence it came from a hold that nobody decided: ask, never say "absent"
 * @param flagged the evidence fell away after somebody had touched it
 * @param arrivedAt when the student came in after all
 * @param version counts the changes of this task; a lower one is stale
 * @param callAgainAt before that time nobody is to call; absent: at once
 * @param expectedBy until when the student is expected in school, while the state is {@code AWAITING_ARRIVAL}
 * @param draw its place among equals, in a task's first event; absent: the district has not approved that equals are drawn
 */
public record CallTaskChanged(
        String eventId,
        String taskId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        State state,
        @Nullable State previous,
        @Nullable String reason,
        boolean weakEvidence,
        boolean flagged,
        @Nullable String claimedBy,
        @Nullable Instant arrivedAt,
        long version,
        Instant recordedAt,
        @Nullable Instant callAgainAt,
        @Nullable Instant expectedBy,
        @Nullable Draw draw)
        implements Event {

    /**
     * Where a task stands in the drawn order, decided when it opens and by nothing that is known of the student.
     *
     * @param band among whom it is drawn: tasks of this band, of the same school and day
     * @param place equals are called in the order of these, compared byte by byte
     */
    public record Draw(Band band, String place) {}

    /** Who is called first; drawn are equals within a band. */
    public enum Band {
        SAFETY,
        OUT_OF_CHARACTER,
        RELATIONSHIP,
        THE_REST
    }

    /** The states of a task, as in docs/rules.md. */
    public enum State {
        OPEN,
        CLAIMED,
        AWAITING_ARRIVAL,
        DONE,
        ARRIVED,
        WITHDRAWN,
        EXPIRED
    }
}
