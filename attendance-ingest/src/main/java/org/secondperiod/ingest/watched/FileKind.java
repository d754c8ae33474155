package org.secondperiod.ingest.watched;

import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.secondperiod.kit.bulk.BulkFormat;

/** What a file is, which its name says. */
enum FileKind {
    ROSTER,
    MARKS,
    TAKEN,
    KNOWN_ABSENCES;

    /** What the names are, for somebody who chose another. */
    static final String NAMES =
            "a roster is named *.zip; lines are named marks-*, taken-* or known-absences-*, and end in .csv or .ndjson";

    static Optional<FileKind> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            return Optional.of(ROSTER);
        }
        if (!lower.endsWith(".csv") && !lower.endsWith(".ndjson")) {
            return Optional.empty();
        }
        if (lower.startsWith("marks-")) {
            return Optional.of(MARKS);
        }
        if (lower.startsWith("taken-")) {
            return Optional.of(TAKEN);
        }
        return lower.startsWith("known-absences-") ? Optional.of(KNOWN_ABSENCES) : Optional.empty();
    }

    /** How a file of lines is written. */
    static MediaType lines(String name) {
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return MediaType.valueOf(csv ? BulkFormat.CSV_TYPE : BulkFormat.NDJSON_TYPE);
    }

    /** Names under which an upload is still on its way. */
    static boolean onItsWay(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.endsWith(".part")
                || lower.endsWith(".filepart")
                || lower.endsWith(".tmp");
    }
}
