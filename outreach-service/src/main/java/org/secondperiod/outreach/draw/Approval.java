package org.secondperiod.outreach.draw;

import java.time.Instant;

/**
 * What the district has decided: whether equals within a band are drawn.
 *
 * @param seed with a task's id it gives its place, so that anybody can draw again
 */
public record Approval(boolean approved, String seed, String why, String decidedBy, Instant decidedAt) {}
