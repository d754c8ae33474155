package org.secondperiod.ingest.watched;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EventJson;
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.ingest.rosters.api.ImportView;
import org.secondperiod.ingest.rosters.db.ImportState;

/**
 * What became of a file, for whoever put it there.
 *
 * @param summary one sentence
 * @param details the answer that the same file would get over HTTP
 */
record FileReport(
        String file,
        String outcome,
        String summary,
        Instant at,
        @Nullable Object details) {

    private static final ObjectWriter PRETTY = EventJson.MAPPER.writerWithDefaultPrettyPrinter();

    static FileReport of(String file, ImportView imported, Instant at) {
        String outcome = imported.state() == ImportState.DONE ? Folders.DONE : Folders.FAILED;
        String summary = imported.reason() != null
                ? imported.reason()
                : "%d rows read, %d of them rejected; %d of %d students changed."
                        .formatted(
                                imported.counts().rowsRead(),
                                imported.counts().rowsRejected(),
                                imported.counts().studentsChanged(),
                                imported.counts().students());
        return new FileReport(file, outcome, summary, at, imported);
    }

    /** Lines of which none could be used failed; of some, the others are done. */
    static FileReport of(String file, BulkAnswer answer, Instant at) {
        boolean nothing = answer.rejected() > 0 && answer.accepted() + answer.quarantined() + answer.duplicates() == 0;
        String summary = "%d lines accepted, %d duplicates, %d in quarantine, %d rejected."
                .formatted(answer.accepted(), answer.duplicates(), answer.quarantined(), answer.rejected());
        return new FileReport(file, nothing ? Folders.FAILED : Folders.DONE, summary, at, answer);
    }

    static FileReport failed(String file, String why, Instant at) {
        return new FileReport(file, Folders.FAILED, why, at, null);
    }

    String json() {
        try {
            return PRETTY.writeValueAsString(this) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A report could not be written", e);
        }
    }
}
