package org.secondperiod.outreach.attempts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What goes together in what a call is logged as, and what contradicts itself. */
public final class SaidRules {

    private static final int MOST_DAYS_AHEAD = 60;
    private static final Set<NextStep> FOR_AN_OWNER =
            Set.of(NextStep.REFER_TO, NextStep.FIX_THE_NUMBER, NextStep.HOME_VISIT);
    private static final Set<Result> EXPECTED = Set.of(Result.COMING_IN_TODAY, Result.SAYS_LEFT_FOR_SCHOOL);

    private final Said said;
    private final When when;
    private final List<Contradiction> found = new ArrayList<>();

    private SaidRules(Said said, When when) {
        this.said = said;
        this.when = when;
    }

    /**
     * When the call was, and until when the day lasts.
     *
     * @param attempt whether a number was dialled, so that there is a result where somebody was reached; a conversation may have none
     * @param endOfDay the last bell; null where there is no school
     */
    public record When(
            boolean attempt,
            Instant startedAt,
            LocalDate day,
            @Nullable Instant endOfDay) {}

    /** A field that contradicts the others, or is missing beside them, and the way out. */
    public record Contradiction(String field, String message) {}

    /** All that is wrong; none where it goes together. */
    public static List<Contradiction> contradictions(Said said, When when) {
        SaidRules rules = new SaidRules(said, when);
        rules.result();
        rules.coming();
        rules.reason();
        rules.callAgain();
        rules.nextStep();
        rules.absence();
        rules.owner();
        return List.copyOf(rules.found);
    }

    private void result() {
        boolean reached = said.outcome().isReached();
        when(when.attempt() && reached && said.result() == null, "result", "must be given where somebody was reached");
        when(!reached && said.result() != null, "result", "is said where somebody was reached, and nobody was");
        when(!reached && said.reason() != null, "reason", "is said where somebody was reached, and nobody was");
        when(!reached && !said.flags().isEmpty(), "flags", "are said where somebody was reached, and nobody was");
    }

    private void coming() {
        boolean coming = said.result() == Result.COMING_IN_TODAY;
        when(coming && said.comingBy() == null, "comingBy", "must be given: by when the student is coming in today");
        when(!coming && said.comingBy() != null, "comingBy", "goes with the result COMING_IN_TODAY only");
        if (said.comingBy() != null) {
            when(!said.comingBy().isAfter(when.startedAt()), "comingBy", "is before the call");
            when(
                    when.endOfDay() != null && said.comingBy().isAfter(when.endOfDay()),
                    "comingBy",
                    "is after the last bell of the day");
        }
    }

    private void reason() {
        boolean valid = said.result() == Result.WILL_NOT_COME_VALID_REASON;
        when(
                valid && (said.reason() == null || said.reason() == ReasonToday.NOT_SAID),
                "reason",
                "must be given: a valid reason is a reason");
    }

    private void callAgain() {
        Instant at = said.callAgainAt();
        when(
                at == null && said.outcome() == Outcome.CALL_BACK_AT,
                "callAgainAt",
                "must be given: when they asked to be called back");
        when(
                at == null && said.nextStep() == NextStep.CALL_AGAIN_AT,
                "callAgainAt",
                "must be given: when to call again");
        if (at == null) {
            return;
        }
        when(!at.isAfter(when.startedAt()), "callAgainAt", "is before the call");
        when(isTooFar(at), "callAgainAt", "is more than " + MOST_DAYS_AHEAD + " days ahead");
        when(
                said.result() != null && EXPECTED.contains(said.result()),
                "callAgainAt",
                "contradicts the result: the student is expected, and who does not come goes to the follow-ups");
        when(
                said.outcome() == Outcome.ASKED_NOT_TO_BE_CALLED,
                "callAgainAt",
                "contradicts the outcome: they asked not to be called");
        when(
                said.nextStep() != null && said.nextStep() != NextStep.CALL_AGAIN_AT,
                "callAgainAt",
                "goes with the next step CALL_AGAIN_AT, or with none");
    }

    private void nextStep() {
        boolean refers = said.nextStep() == NextStep.REFER_TO;
        when(refers && said.referTo() == null, "referTo", "must be given: whom to refer to");
        when(!refers && said.referTo() != null, "referTo", "goes with the next step REFER_TO only");
        when(
                said.nextStep() == NextStep.COMING_IN_BY && said.result() != Result.COMING_IN_TODAY,
                "nextStep",
                "COMING_IN_BY goes with the result COMING_IN_TODAY only");
    }

    private void absence() {
        LocalDate through = said.absentThrough();
        if (through == null) {
            return;
        }
        when(
                said.result() != Result.WILL_NOT_COME_VALID_REASON && said.result() != Result.WILL_NOT_COME_OTHER,
                "absentThrough",
                "is said where the student will not come");
        when(!through.isAfter(when.day()), "absentThrough", "is the last of the coming days: a day after this one");
        when(
                through.isAfter(when.day().plusDays(MOST_DAYS_AHEAD)),
                "absentThrough",
                "is more than " + MOST_DAYS_AHEAD + " days ahead");
    }

    private void owner() {
        boolean owned = said.outcome().isReached() || FOR_AN_OWNER.contains(nextStepOrNone());
        when(!owned && said.owner() != null, "owner", "is who sees to what stays open, and nothing does");
        when(!owned && said.dueAt() != null, "dueAt", "is until when something is to be done, and nothing is");
        when(said.dueAt() != null && !said.dueAt().isAfter(when.startedAt()), "dueAt", "is before the call");
        when(
                said.dueAt() != null && isTooFar(said.dueAt()),
                "dueAt",
                "is more than " + MOST_DAYS_AHEAD + " days ahead");
    }

    private NextStep nextStepOrNone() {
        return said.nextStep() == null ? NextStep.NONE : said.nextStep();
    }

    private boolean isTooFar(Instant at) {
        return at.isAfter(when.startedAt().plus(Duration.ofDays(MOST_DAYS_AHEAD)));
    }

    private void when(boolean wrong, String field, String message) {
        if (wrong) {
            found.add(new Contradiction(field, message));
        }
    }
}
