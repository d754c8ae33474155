package org.secondperiod.outreach.escalations.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.escalations.Escalation;
import org.secondperiod.outreach.roster.StudentView;

/**
 * An escalation, as it is shown.
 *
 * @param isWith who is to acknowledge it
 * @param goesToPrincipalAt when it goes to the principal, unless somebody acknowledges it
 * @param arrivedAt since when a badge of the student is in the building; a person still has to say that the student is safe
 * @param foundBy who saw that the student is safe, and foundAt when
 */
@Schema(name = "Escalation")
public record EscalationView(
        String escalationId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        @Nullable String attemptId,
        @Nullable String checkId,
        List<Escalation.Reason> reasons,
        Escalation.State state,
        Escalation.With isWith,
        @Nullable String openedBy,
        Instant openedAt,
        @Nullable Instant goesToPrincipalAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant arrivedAt,
        @Nullable String foundBy,
        @Nullable Instant foundAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable String note,
        @Nullable StudentView student,
        long version) {

    static EscalationView of(Escalation escalation, @Nullable StudentView student, Duration acknowledgeIn) {
        var of = escalation.origin().of();
        return new EscalationView(
                escalation.escalationId(),
                of.student().value(),
                of.school().value(),
                of.day().date(),
                escalation.origin().attemptId(),
                escalation.checkId(),
                escalation.reasons().stream().sorted().toList(),
                escalation.state(),
                escalation.isWith(),
                escalation.openedBy(),
                escalation.openedAt(),
                escalation.goesToPrincipalAt(acknowledgeIn),
                by(escalation.acknowledged()),
                at(escalation.acknowledged()),
                escalation.arrivedAt(),
                by(escalation.found()),
                at(escalation.found()),
                by(escalation.ended()),
                at(escalation.ended()),
                escalation.note(),
                student,
                escalation.version());
    }

    private static @Nullable String by(Escalation.@Nullable Signed signed) {
        return signed == null ? null : signed.by();
    }

    private static @Nullable Instant at(Escalation.@Nullable Signed signed) {
        return signed == null ? null : signed.at();
    }
}
