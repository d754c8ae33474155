package org.secondperiod.outreach.mandatedreports;

import java.time.Instant;

/**
 * A note was given out to a court.
 *
 * @param by the administrator who asked for it
 * @param order the court's order, by its number
 */
public record Showing(String by, Instant at, String order) {}
