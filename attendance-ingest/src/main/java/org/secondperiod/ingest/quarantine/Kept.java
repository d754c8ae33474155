package org.secondperiod.ingest.quarantine;

/**
 * A fact and its place in the quarantine.
 *
 * @param place grows with the time it came
 */
public record Kept(long place, Waiting waiting) {}
