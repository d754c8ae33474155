package org.secondperiod.outreach.promises;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.promises.Promise.Kind;
import org.secondperiod.outreach.promises.Promise.State;

/** How a promise stands. What a person has said of it stays. */
public final class PromiseRules {

    private PromiseRules() {}

    /** What becomes of it. */
    public enum Verdict {
        NOTHING,
        /** The student was here in time. */
        KEPT,
        /** The time has passed and the student was not here by then. */
        NOT_KEPT,
        /** The time has passed; only a person can tell whether it was kept. */
        OVERDUE
    }

    /**
     * What becomes of a promise. A scan that is told late keeps one that was taken to be broken.
     *
     * @param hereSince since when the student is known to have been here; null if not at all
     */
    public static Verdict judge(Promise promise, @Nullable Instant hereSince, Instant now) {
        boolean isOver = !now.isBefore(promise.dueAt());
        if (promise.state() == State.WITHDRAWN || promise.endedBy() != null) {
            return Verdict.NOTHING;
        }
        if (promise.kind() != Kind.COMING_IN) {
            return isOver && promise.state() == State.OPEN ? Verdict.OVERDUE : Verdict.NOTHING;
        }
        if (hereSince != null && !hereSince.isAfter(promise.dueAt())) {
            return promise.state() == State.KEPT ? Verdict.NOTHING : Verdict.KEPT;
        }
        return isOver && promise.state() == State.OPEN ? Verdict.NOT_KEPT : Verdict.NOTHING;
    }
}
