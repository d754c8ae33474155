package org.secondperiod.entry.scans;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Scan.Direction;
import org.secondperiod.kit.bulk.AllFields;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.bulk.ContentId;

/**
 * A scan as a source states it.
 *
 * @param line where it stood in its body
 * @param scanId the source's id, where it gives one
 * @param badge the badge that was read; either this or {@code studentId} is given
 * @param content the id of all but {@code scanId}
 */
public record ScanInput(
        long line,
        @Nullable String scanId,
        String readerId,
        @Nullable String badge,
        @Nullable String studentId,
        Instant scannedAt,
        Direction direction,
        @Nullable Long sequence,
        ContentId content) {

    /** The fields of a scan. */
    public static final Columns COLUMNS = Columns.of(
                    "scanId", "readerId", "badge", "studentId", "scannedAt", "direction", "sequence")
            .required("readerId", "scannedAt");

    /**
     * Reads a line.
     *
     * @throws org.secondperiod.kit.bulk.BadLine where a field is wrong
     */
    public static ScanInput read(BulkLine line) {
        AllFields fields = line.fields();
        String scanId = fields.read(() -> line.optionalId("scanId"));
        String readerId = fields.read(() -> line.id("readerId"));
        String badge = fields.read(() -> line.optionalId("badge"));
        String studentId = fields.read(() -> line.optionalId("studentId"));
        Instant scannedAt = fields.read(() -> line.instant("scannedAt"));
        Direction direction = fields.read(() -> direction(line));
        Long sequence = fields.read(() -> line.optionalNumber("sequence"));
        if (fields.isRight("badge", "studentId") && (badge == null) == (studentId == null)) {
            fields.wrong(line.bad(
                    "badge",
                    badge == null
                            ? "is missing, and so is studentId: one of them must be given"
                            : "must not be given beside studentId"));
        }
        fields.orRefuse();
        ContentId content = ContentId.of("scan", readerId, badge, studentId, scannedAt, direction, sequence);
        return new ScanInput(
                line.number(), scanId, readerId, badge, studentId, scannedAt, direction, sequence, content);
    }

    private static Direction direction(BulkLine line) {
        String given = line.optional("direction");
        if (given == null) {
            return Direction.IN;
        }
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "in" -> Direction.IN;
            case "out" -> Direction.OUT;
            case "passage" -> Direction.PASSAGE;
            default -> throw line.bad("direction", "is none of in, out, passage");
        };
    }

    /** The event's id: of the source's id and its credential where there is one, of the content otherwise. */
    String eventId(String subject) {
        return scanId == null
                ? content.text()
                : ContentId.of("scan", subject, scanId).text();
    }

    /** The scan's id in the event. */
    String eventScanId() {
        return scanId == null ? content.text() : scanId;
    }

    /** What two lines of one request have in common if one repeats the other. */
    public ContentId repeatKey() {
        return scanId == null ? content : ContentId.of(scanId, content.high(), content.low());
    }
}
