package org.secondperiod.outreach.legalholds.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.legalholds.LegalHold;
import org.secondperiod.outreach.legalholds.LegalHold.Ordered;

/** A legal hold: whose, who placed it when and why, and who lifted it. */
@Schema(name = "LegalHold")
record LegalHoldView(
        String holdId,
        @Nullable String studentId,
        @Nullable String schoolId,
        State state,
        String why,
        String placedBy,
        Instant placedAt,
        @Nullable String liftedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedWhy) {

    /** Whether it holds. */
    enum State {
        IN_FORCE,
        LIFTED
    }

    static LegalHoldView of(LegalHold hold) {
        Ordered lifted = hold.lifted();
        return new LegalHoldView(
                hold.holdId(),
                hold.studentId(),
                hold.schoolId(),
                hold.isLifted() ? State.LIFTED : State.IN_FORCE,
                hold.placed().why(),
                hold.placed().by(),
                hold.placed().at(),
                lifted == null ? null : lifted.by(),
                lifted == null ? null : lifted.at(),
                lifted == null ? null : lifted.why());
    }
}
