package org.secondperiod.local.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a door reader sends it: of a badge, or of a student where the reader knows them.
 *
 * @param direction in, out or passage
 */
public record ScanRow(
        String scanId,
        String readerId,
        @Nullable String badge,
        @Nullable String studentId,
        OffsetDateTime scannedAt,
        String direction) {}
