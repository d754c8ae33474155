package org.secondperiod.outreach.cards;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last call of an earlier day in which somebody was reached about a student.
 *
 * @param cameAt when the student came in on that day, after the call; null if not
 * @param asPromised coming in had been promised in that call, and that was kept
 */
public record LastReached(LocalDate day, @Nullable Instant cameAt, boolean asPromised) {}
