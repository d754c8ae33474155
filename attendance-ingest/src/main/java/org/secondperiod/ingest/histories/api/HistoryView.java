package org.secondperiod.ingest.histories.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.histories.HistoryPhase;
import org.secondperiod.ingest.histories.HistoryRow;
import org.secondperiod.ingest.histories.HistoryState;
import org.secondperiod.ingest.histories.Holds;
import org.secondperiod.ingest.histories.SchoolInHistory;
import org.secondperiod.kit.bulk.BatchError;

/**
 * An import of a history, as its sender sees it.
 *
 * @param reason why it was refused or failed
 * @param errors the first row errors; all are under {@code /v1/batches/{historyId}/errors}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "History")
public record HistoryView(
        String historyId,
        HistoryState state,
        Holds holds,
        boolean dryRun,
        boolean allowRejected,

        @Schema(description = "Why it was refused or failed, and what to do") @Nullable
        String reason,

        String requestedBy,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        Progress progress,

        @Schema(description = "The first day that reports keep, once all of it was read") @Nullable
        LocalDate keptFrom,

        @Schema(
                description =
                        "Sound rows of earlier days, of which reports keep nothing: who imports them finds them in no report")
        @Nullable
        Long rowsNotKept,

        @Schema(description = "What it holds of each school, once all of it was read") @Nullable
        List<SchoolInHistory> schools,

        @Schema(description = "The first row errors; all are under /v1/batches/{historyId}/errors") @Nullable
        List<BatchError> errors) {

    private static final long MILLIS = 1000;

    /**
     * How far it is.
     *
     * @param rowsTotal none while it is read
     * @param rowsTaken told, and acknowledged
     * @param daysTold school days of which it was told that they were submitted
     * @param rowsPerSecond since it began
     * @param secondsLeft until everything is told, at that rate; none while nobody can say
     */
    public record Progress(
            HistoryPhase phase,
            long rowsRead,
            long rowsRejected,
            @Nullable Long rowsTotal,
            long rowsTaken,
            long daysTold,
            long rowsPerSecond,
            @Nullable Long secondsLeft) {}

    static HistoryView of(HistoryRow row, Instant now) {
        return new HistoryView(
                row.historyId(),
                row.state(),
                row.holds(),
                row.dryRun(),
                row.allowRejected(),
                row.reason(),
                row.requestedBy(),
                row.receivedAt(),
                row.finishedAt(),
                progress(row, now),
                row.keptFrom(),
                row.keptFrom() == null ? null : row.rowsNotKept(),
                null,
                null);
    }

    HistoryView with(List<SchoolInHistory> found, List<BatchError> first) {
        return new HistoryView(
                historyId,
                state,
                holds,
                dryRun,
                allowRejected,
                reason,
                requestedBy,
                receivedAt,
                finishedAt,
                progress,
                keptFrom,
                rowsNotKept,
                found,
                first);
    }

    private static Progress progress(HistoryRow row, Instant now) {
        Instant began = row.beganAt() == null ? now : row.beganAt();
        Instant until = row.finishedAt() == null ? now : row.finishedAt();
        long millis = Math.max(1, Duration.between(began, until).toMillis());
        long rate = (row.rowsRead() + row.rowsTaken()) * MILLIS / millis;
        Long total = row.rowsTotal();
        boolean goesOn = row.state() == HistoryState.RUNNING && total != null && rate > 0;
        return new Progress(
                row.phase(),
                row.rowsRead(),
                row.rowsRejected(),
                total,
                row.rowsTaken(),
                row.daysTold(),
                rate,
                goesOn ? Math.max(0, total - row.rowsTaken()) / rate : null);
    }
}
