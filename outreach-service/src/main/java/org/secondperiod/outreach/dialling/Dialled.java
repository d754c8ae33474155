package org.secondperiod.outreach.dialling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Outcome;

/**
 * A number was dialled.
 *
 * @param entry the number, by the blind index
 * @param student about whom
 * @param contactId whose number it was taken for; null where nobody said
 */
public record Dialled(
        String entry, StudentId student, @Nullable String contactId, Outcome outcome, Instant at) {}
