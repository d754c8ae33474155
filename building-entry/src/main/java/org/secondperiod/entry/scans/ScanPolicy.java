package org.secondperiod.entry.scans;

import java.time.Duration;

/**
 * Which scans are taken.
 *
 * @param oldest how old a scan may be
 * @param ahead how far ahead of our clock one may be before it is flagged
 */
public record ScanPolicy(Duration oldest, Duration ahead) {}
