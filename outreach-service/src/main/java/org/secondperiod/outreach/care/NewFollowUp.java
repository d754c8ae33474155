package org.secondperiod.outreach.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.ReferTo;
import org.secondperiod.outreach.followups.FollowUp.Kind;

/** A follow-up that a call leaves. */
public record NewFollowUp(
        Kind kind, @Nullable ReferTo referTo, @Nullable String what, String owner, Instant dueAt) {}
