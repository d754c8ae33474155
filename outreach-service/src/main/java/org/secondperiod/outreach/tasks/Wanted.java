package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.whereabouts.Whereabouts;
import org.secondperiod.outreach.whereabouts.Whereabouts.NotAbsent.Because;

/** What a conclusion wants of the student's family, before anybody looks at the task there is. */
sealed interface Wanted {

    /**
     * A call.
     *
     * @param weak the evidence is weak: ask
     */
    record Call(boolean weak) implements Wanted {}

    /** No call, the student came. */
    record Arrival(Instant at) implements Wanted {}

    /** No call, there is nothing to ask. */
    record NoCall(Reason reason) implements Wanted {}

    /** No call yet. */
    record Patience(Reason reason) implements Wanted {}

    static Wanted by(Whereabouts whereabouts, @Nullable OpenHold hold) {
        return switch (whereabouts) {
            case Whereabouts.NoSchool it -> new NoCall(Reason.NO_SCHOOL);
            case Whereabouts.NotEnrolled it -> new NoCall(Reason.NOT_ENROLLED);
            case Whereabouts.Explained it -> new NoCall(Reason.EXPLAINED);
            case Whereabouts.NotAbsent it ->
                new NoCall(it.because() == Because.MARKED_HERE ? Reason.MARK_CORRECTED : Reason.NOT_ABSENT);
            case Whereabouts.SeenInSchool it -> new NoCall(Reason.SEEN_IN_SCHOOL);
            case Whereabouts.InBuilding it -> new NoCall(Reason.IN_BUILDING);
            case Whereabouts.Arrived it -> new Arrival(it.at());
            case Whereabouts.Waiting it -> new Patience(Reason.WAITING_AGAIN);
            case Whereabouts.Held it ->
                hold != null && hold.isToBeCalled() ? new Call(true) : new Patience(Reason.HELD_AGAIN);
            case Whereabouts.Unaccounted it -> new Call(false);
        };
    }
}
