package org.secondperiod.ingest.rosters.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of staged_badge. */
public record StagedBadge(
        long line,
        String id,
        boolean deleted,
        String badge,
        String studentId,
        @Nullable Instant validFrom,
        @Nullable Instant validTo) {}
