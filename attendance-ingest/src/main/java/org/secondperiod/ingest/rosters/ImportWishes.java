package org.secondperiod.ingest.rosters;

/**
 * How an import is wanted.
 *
 * @param dryRun everything but writing
 * @param allowShrink a bulk file may drop as many students as it likes
 */
public record ImportWishes(boolean dryRun, boolean allowShrink) {}
