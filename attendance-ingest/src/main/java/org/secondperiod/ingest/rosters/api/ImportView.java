package org.secondperiod.ingest.rosters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.db.ImportRow;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.SchoolTally;

/**
 * An import, as its sender sees it.
 *
 * @param reason why it failed or was refused
 * @param errors the first of the row problems; {@code errorsCursor} leads to the rest, under {@code /errors}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
        String importId,
        ImportState state,
        boolean dryRun,
        boolean allowShrink,
        @Nullable String reason,
        String requestedBy,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        Progress progress,
        Counts counts,
        @Nullable List<SchoolTally> schools,
        @Nullable List<ErrorView> errors,
        @Nullable String errorsCursor) {

    /**
     * How far it is.
     *
     * @param step what it is doing inside of the phase, in words
     * @param rowsPerSecond since it began
     */
    public record Progress(
            String phase,
            @Nullable String step,
            long rowsRead,
            long rowsPerSecond,
            long studentsCompared,
            long studentsToCompare) {}

    /**
     * In rows and in students.
     *
     * @param rowsNoted rows that were used, with something to tell about them
     * @param studentsChanged of whom something was told; in a dry run, would be
     */
    public record Counts(long rowsRead, long rowsRejected, long rowsNoted, long students, long studentsChanged) {}

    /** Without its details, as in a listing. */
    static ImportView of(ImportRow row, Instant now) {
        return new ImportView(
                row.importId(),
                row.state(),
                row.dryRun(),
                row.allowShrink(),
                row.reason(),
                row.requestedBy(),
                row.receivedAt(),
                row.finishedAt(),
                progress(row, now),
                new Counts(
                        row.rowsRead(), row.rowsRejected(), row.rowsNoted(), row.studentsTotal(), row.studentsTold()),
                null,
                null,
                null);
    }

    ImportView with(List<SchoolTally> tallies, List<ErrorView> first, @Nullable String cursor) {
        return new ImportView(
                importId,
                state,
                dryRun,
                allowShrink,
                reason,
                requestedBy,
                receivedAt,
                finishedAt,
                progress,
                counts,
                tallies,
                first,
                cursor);
    }

    private static Progress progress(ImportRow row, Instant now) {
        Instant began = row.beganAt() == null ? now : row.beganAt();
        Instant until = row.finishedAt() == null ? now : row.finishedAt();
        long millis = Math.max(1, Duration.between(began, until).toMillis());
        return new Progress(
                row.phase().name(),
                row.step(),
                row.rowsRead(),
                row.rowsRead() * 1000 / millis,
                row.studentsDone(),
                row.studentsTotal());
    }
}
