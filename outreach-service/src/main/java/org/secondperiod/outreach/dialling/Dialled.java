package org.secondperiod.outreach.dialling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Outcome;

/**
 * A number was dialled.
 *
 * @param entry the number, by the blind index
 * @param contactId whose number it was taken for; null where nobody said
 * @param forThisFamily whether it was dialled for this student or somebody of the household
 */
public record Dialled(
        String entry, @Nullable String contactId, boolean forThisFamily, Outcome outcome, Instant at) {}
