package org.secondperiod.outreach.cards;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.Result;

/**
 * A call or a conversation of before.
 *
 * @param contactId with whom, where it is known
 * @param note none where nothing was written, or where it is not for you
 * @param noteHidden there is a note about health or safety, for those who may read these
 */
@Schema(name = "SaidBefore")
public record SaidBeforeView(
        String attemptId,
        LocalDate schoolDay,
        Instant at,
        String by,
        Channel channel,
        Outcome outcome,
        @Nullable Result result,

        @Nullable ReasonToday reason,

        List<Flag> flags,
        @Nullable String contactId,
        @Nullable String note,
        boolean noteHidden) {}
