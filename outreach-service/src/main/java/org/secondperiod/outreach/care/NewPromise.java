package org.secondperiod.outreach.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.promises.Promise.Kind;
import org.secondperiod.outreach.promises.Promise.Side;

/** A promise that a call leaves. */
public record NewPromise(Side side, Kind kind, @Nullable String what, String owner, Instant dueAt) {}
