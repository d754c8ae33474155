package org.secondperiod.outreach.draw;

import org.secondperiod.outreach.priority.Band;

/**
 * Where a task stands in the drawn order.
 *
 * @param band in which it opened: equals are of one band
 * @param place equals are called in the order of these
 */
public record Drawn(Band band, String place) {}
