package org.secondperiod.outreach.cards;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.dialling.Health;
import org.secondperiod.outreach.dialling.WhyNot;

/**
 * A number.
 *
 * @param shown as people of the district write it; of one that nobody could dial as the roster had it
 * @param number in E.164; none where it is no possible one
 * @param tel to be dialled by; only where it may be dialled now
 * @param type mobile, home, work and so on, as far as the roster tells
 * @param problem why the roster's number can not be dialled
 * @param next it is the one to be dialled next
 * @param foundId the id under which staff entered it; none where the roster has it
 */
@Schema(name = "CardNumber")
public record NumberView(
        String shown,
        @Nullable String number,
        @Nullable String tel,
        @Nullable String type,
        @Nullable String problem,
        Health health,
        boolean mayBeDialledNow,
        @Nullable WhyNot whyNot,
        @Nullable String whyNotInWords,
        boolean next,
        @Nullable Instant lastDialledAt,
        @Nullable Outcome lastOutcome,
        @Nullable String foundId) {

    /** Shows no number, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "CardNumber";
    }
}
