package org.secondperiod.outreach.priority;

/**
 * A task's band.
 *
 * @param why the reason, in a sentence that names nobody
 */
public record Ranked(Band band, String why) {}
