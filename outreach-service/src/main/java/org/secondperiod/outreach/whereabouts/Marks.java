package org.secondperiod.outreach.whereabouts;

import java.util.Optional;
import java.util.stream.Stream;
import org.secondperiod.outreach.facts.KnownAbsence;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.schooldays.DayPlan;

/** What the school itself says of a student's day. */
record Marks(Situation situation, DayPlan.Open plan) {

    /** The trigger period's mark, else the day's; of those whose code has a meaning. */
    Optional<MarkFact> deciding() {
        return ofTrigger().or(this::ofDay);
    }

    /** Where no mark decides: the trigger period's or the day's mark whose code nobody has mapped. */
    Optional<MarkFact> unmapped() {
        return deciding().isPresent()
                ? Optional.empty()
                : Stream.of(plan.trigger().name(), MarkFact.WHOLE_DAY)
                        .flatMap(period -> told(period).stream())
                        .findFirst();
    }

    /** The trigger period's or the day's mark, if it excuses. */
    Optional<MarkFact> excused() {
        return ofTrigger()
                .filter(mark -> mark.kind() == MarkKind.EXCUSED)
                .or(() -> ofDay().filter(mark -> mark.kind() == MarkKind.EXCUSED));
    }

    /** The known absence that covers the trigger period. */
    Optional<KnownAbsence> known() {
        return situation
                .knownAbsences()
                .covering(
                        plan.schoolId(),
                        plan.day(),
                        plan.trigger().start(),
                        plan.trigger().end());
    }

    boolean areAbsentUnexplained() {
        return deciding().filter(mark -> mark.kind() == MarkKind.ABSENT).isPresent()
                && excused().isEmpty()
                && known().isEmpty();
    }

    boolean attendanceWasTaken() {
        return situation
                .submitted()
                .speakingFor(plan.trigger().name(), situation.classIds())
                .isPresent();
    }

    /** Marks of later periods that say the student was there. */
    Stream<MarkFact> hereAfterTrigger() {
        return plan.periods().stream()
                .filter(period -> plan.isAfterTrigger(period.name()))
                .flatMap(period -> of(period.name()).stream())
                .filter(mark -> mark.kind().saysHere());
    }

    private Optional<MarkFact> ofTrigger() {
        return of(plan.trigger().name());
    }

    private Optional<MarkFact> ofDay() {
        return of(MarkFact.WHOLE_DAY);
    }

    private Optional<MarkFact> of(String period) {
        return told(period).filter(mark -> mark.kind().isKnown());
    }

    private Optional<MarkFact> told(String period) {
        return situation.facts().mark(plan.schoolId(), period);
    }
}
