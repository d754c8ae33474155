package org.secondperiod.outreach.morning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/**
 * Families wait, and nobody has begun to call.
 *
 * @param cutOff of the first family that waits; where it is no longer known, when its call opened
 * @param endedAt when somebody began, or nobody was to be called any more; null while it stands
 */
public record StartAlert(
        SchoolOnDay of,
        Instant cutOff,
        Instant raisedAt,
        @Nullable Instant endedAt) {}
