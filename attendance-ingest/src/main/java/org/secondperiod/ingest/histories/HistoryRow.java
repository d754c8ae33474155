package org.secondperiod.ingest.histories;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An import of a history as it stands.
 *
 * @param rowsTotal none before all of it was read
 * @param takenToLine whoever takes it up goes on after this line
 * @param daysTold school days of which it was told that they were submitted
 * @param keptFrom the first day that reports keep; none before all of it was read
 * @param rowsNotKept sound ones of earlier days
 */
public record HistoryRow(
        String historyId,
        Instant receivedAt,
        String requestedBy,
        Holds holds,
        String mediaType,
        long fileBytes,
        boolean dryRun,
        boolean allowRejected,
        HistoryState state,
        HistoryPhase phase,
        @Nullable String reason,
        int attempts,
        long rowsRead,
        long rowsRejected,
        @Nullable Long rowsTotal,
        long rowsTaken,
        long takenToLine,
        long daysTold,
        @Nullable LocalDate keptFrom,
        long rowsNotKept,
        @Nullable Instant beganAt,
        @Nullable Instant finishedAt) {}
