package org.secondperiod.ingest.rosters.db;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An import as it stands. */
public record ImportRow(
        String importId,
        Instant receivedAt,
        String requestedBy,
        String file,
        long fileBytes,
        boolean dryRun,
        boolean allowShrink,
        ImportState state,
        ImportPhase phase,
        @Nullable String step,
        @Nullable String reason,
        int attempts,
        long rowsRead,
        long rowsRejected,
        long rowsNoted,
        long studentsTotal,
        long studentsDone,
        long studentsTold,
        @Nullable Instant beganAt,
        @Nullable Instant finishedAt) {}
