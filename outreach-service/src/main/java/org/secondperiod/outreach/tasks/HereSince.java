package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.MarkKind;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Whereabouts;
import org.secondperiod.outreach.whereabouts.Whereabouts.NotAbsent.Because;

/** Since when a conclusion has the student in the building. */
final class HereSince {

    private HereSince() {}

    /**
     * Since then; null where it has not, or does not tell. Who is marked present was there when the trigger period began; who is
     * marked late may have come at any time.
     */
    static @Nullable Instant of(Whereabouts whereabouts, DayPlan plan) {
        return switch (whereabouts) {
            case Whereabouts.Arrived it -> it.at();
            case Whereabouts.InBuilding it -> it.entry().at();
            case Whereabouts.SeenInSchool it -> it.at();
            case Whereabouts.NotAbsent it -> isMarkedPresent(it) ? start(plan) : null;
            default -> null;
        };
    }

    private static boolean isMarkedPresent(Whereabouts.NotAbsent it) {
        return it.because() == Because.MARKED_HERE
                && it.evidence().mark() != null
                && it.evidence().mark().kind() == MarkKind.PRESENT;
    }

    private static @Nullable Instant start(DayPlan plan) {
        return plan instanceof DayPlan.Open day ? day.trigger().start() : null;
    }
}
