package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What calls have left of a task: when the family is to be called again, or the student is expected.
 *
 * @param callAgainAt nobody is handed the task before; null: at once
 * @param agreed the family asked for that call
 * @param expectedBy until when the student is expected; null unless the task awaits an arrival
 * @param householdReachedAt when somebody of the household was spoken with while the task waited; null if nobody was
 */
public record Outlook(
        @Nullable Instant callAgainAt,
        boolean agreed,
        @Nullable Instant expectedBy,
        @Nullable Instant householdReachedAt) {

    /** Nothing is known: the family is to be called. */
    public static final Outlook OPEN = new Outlook(null, false, null, null);

    /** The family is to be called again. */
    public Outlook callAgain(@Nullable Instant at, boolean byAgreement) {
        return new Outlook(at, byAgreement, null, householdReachedAt);
    }

    /** The student is expected. */
    public Outlook expected(Instant by) {
        return new Outlook(null, false, by, householdReachedAt);
    }

    /** Nothing more is to come. */
    public Outlook closed() {
        return new Outlook(null, false, null, householdReachedAt);
    }

    /** The household was reached at that time; null takes that back. */
    public Outlook reached(@Nullable Instant at) {
        return new Outlook(callAgainAt, agreed, expectedBy, at);
    }

    /**
     * Whether a caller may be handed the task. A household that was reached is called again that day only for safety or by
     * agreement; whoever picks the card by hand may always.
     */
    public boolean mayBeHandedOut(boolean safety, Instant now) {
        boolean itsTime = callAgainAt == null || !now.isBefore(callAgainAt);
        return itsTime && (householdReachedAt == null || agreed || safety);
    }
}
