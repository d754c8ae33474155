package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.secondperiod.outreach.doors.Doors;
import org.secondperiod.outreach.doors.Reader;
import org.secondperiod.outreach.schooldays.DayPlan;

/** The decision. */
public final class Assess {

    private Assess() {}

    /**
     * Where the student is, as far as {@code situation} tells at {@code now}. A function: same input, same answer. The
     * answer for a school's pictured day (rule 13) changes with {@link SchoolPicture}: assess its students again then.
     *
     * @param plan the student's own plan of the day at the school in question
     */
    public static Whereabouts assess(Situation situation, DayPlan plan, Instant now) {
        return switch (plan) {
            case DayPlan.NoSchool day -> new Whereabouts.NoSchool(day.reason(), Evidence.none(day.zone()));
            case DayPlan.Open day -> firstThatApplies(InView.of(situation, day, now));
        };
    }

    private static Whereabouts firstThatApplies(InView view) {
        return Rules.IN_ORDER.stream()
                .map(rule -> rule.apply(view))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    /** Whether the student counts as {@link SchoolPicture#knownAbsent}. */
    public static boolean isKnownAbsent(Situation situation, DayPlan plan) {
        return plan instanceof DayPlan.Open day
                && situation.enrolled()
                && new Marks(situation, day).known().isPresent();
    }

    /** Whether the student counts as {@link SchoolPicture#markedAbsentUnexplained}; wherever the student may be. */
    public static boolean isMarkedAbsentUnexplained(Situation situation, DayPlan plan) {
        return plan instanceof DayPlan.Open day
                && situation.enrolled()
                && new Marks(situation, day).areAbsentUnexplained();
    }

    /** Whether rule 13 would hold every student of the school whom no rule before it concerns. */
    public static boolean isMassAbsence(SchoolPicture school, Collection<Reader> readers, DayPlan.Open plan) {
        boolean scansWereDue =
                !plan.remote() && Doors.of(plan.buildings(), readers).wereThereBy(plan.cutOff());
        return MassAbsence.of(school, plan.policy().massAbsencePercent(), scansWereDue)
                .isPresent();
    }
}
