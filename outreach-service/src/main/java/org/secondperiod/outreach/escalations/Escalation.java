package org.secondperiod.outreach.escalations;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.care.CareStep;
import org.secondperiod.outreach.care.Origin;

/**
 * A child's safety is in question.
 *
 * @param checkId the building check that failed, where one did
 * @param openedBy null where it opened by itself
 * @param arrivedAt since when a badge of the student is in the building; a person still has to say that the student is safe
 * @param found that the student is safe; null while nobody says so
 * @param note what else was written at the end
 * @param version counts its changes
 */
public record Escalation(
        String escalationId,
        Origin origin,
        @Nullable String checkId,
        Set<Reason> reasons,
        State state,
        With isWith,
        @Nullable String openedBy,
        Instant openedAt,
        @Nullable Signed acknowledged,
        @Nullable Instant arrivedAt,
        @Nullable Signed found,
        @Nullable Signed ended,
        @Nullable String note,
        long version) {

    public Escalation {
        reasons = Set.copyOf(reasons);
    }

    /** Who said so, and when it was. */
    public record Signed(String by, Instant at) {}

    /** Why. */
    @Schema(name = "EscalationReason")
    public enum Reason {
        GUARDIAN_NOT_AWARE,
        WHEREABOUTS_NOT_KNOWN,
        /** Staff looked for the student in the building. */
        NOT_FOUND_IN_THE_BUILDING,
        /** Nobody has said in time that they looked. */
        BUILDING_CHECK_OVERDUE
    }

    /** How it stands. */
    @Schema(name = "EscalationState")
    public enum State {
        OPEN,
        ACKNOWLEDGED,
        FOUND_SAFE,
        /** The call that opened it was taken back, or corrected. */
        WITHDRAWN;

        /** Whether somebody still has something to do. */
        public boolean isUnfinished() {
            return this == OPEN || this == ACKNOWLEDGED;
        }
    }

    /** Who is to acknowledge it. */
    @Schema(name = "EscalationIsWith")
    public enum With {
        LEAD,
        PRINCIPAL
    }

    /** When it goes to the principal, unless somebody acknowledges it; null where it does not. */
    public @Nullable Instant goesToPrincipalAt(Duration acknowledgeIn) {
        return state == State.OPEN && isWith == With.LEAD ? openedAt.plus(acknowledgeIn) : null;
    }

    Escalation changed(State to, With with, @Nullable Signed acknowledgement) {
        return new Escalation(
                escalationId,
                origin,
                checkId,
                reasons,
                to,
                with,
                openedBy,
                openedAt,
                acknowledgement,
                arrivedAt,
                found,
                ended,
                note,
                version + 1);
    }

    Escalation ended(State how, @Nullable Signed foundSafe, Signed by, @Nullable String words) {
        return new Escalation(
                escalationId,
                origin,
                checkId,
                reasons,
                how,
                isWith,
                openedBy,
                openedAt,
                acknowledged,
                arrivedAt,
                foundSafe,
                by,
                words,
                version + 1);
    }

    Escalation arrived(Instant at) {
        return new Escalation(
                escalationId,
                origin,
                checkId,
                reasons,
                state,
                isWith,
                openedBy,
                openedAt,
                acknowledged,
                at,
                found,
                ended,
                note,
                version + 1);
    }

    /** The step that this is. */
    CareStep step(String happened, @Nullable String by, Instant now) {
        String why = String.join(
                " ", new TreeSet<>(reasons.stream().map(Reason::name).toList()));
        return new CareStep(
                CareStep.Kind.ESCALATION, escalationId, version, origin.of(), happened, isWith + ": " + why, by, now);
    }
}
