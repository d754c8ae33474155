package org.secondperiod.ingest.watched;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.secondperiod.ingest.intake.BulkAnswer;
import org.secondperiod.ingest.intake.BulkIntake;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.knownabsences.KnownAbsencesBulk;
import org.secondperiod.ingest.marks.MarkReader;
import org.secondperiod.ingest.taken.TakenReader;
import org.secondperiod.kit.time.Times;

/** Takes files of lines as the batch endpoints take bodies. */
@ApplicationScoped
class LineFiles {

    /** Who may put files into the folder may speak of every school. */
    static final Sender SENDER = new Sender("watched-folder", Set.of("*"));

    private static final int SERVER_FAULT = 500;

    private final BulkIntake bulk;
    private final MarkReader marks;
    private final TakenReader taken;
    private final KnownAbsencesBulk knownAbsences;
    private final Clock clock;

    LineFiles(BulkIntake bulk, MarkReader marks, TakenReader taken, KnownAbsencesBulk knownAbsences, Clock clock) {
        this.bulk = bulk;
        this.marks = marks;
        this.taken = taken;
        this.knownAbsences = knownAbsences;
        this.clock = clock;
    }

    /**
     * Takes a file in.
     *
     * @throws RuntimeException where the broker or the database does not answer: the same file can be taken again, and
     *     changes nothing twice
     */
    FileReport take(FileKind kind, String name, Path file) throws IOException {
        MediaType type = FileKind.lines(name);
        try (InputStream body = Files.newInputStream(file)) {
            BulkAnswer answer =
                    switch (kind) {
                        case MARKS -> bulk.take(body, type, marks, SENDER);
                        case TAKEN -> bulk.take(body, type, taken, SENDER);
                        case KNOWN_ABSENCES -> knownAbsences.take(body, type, SENDER);
                        case ROSTER -> throw new IllegalArgumentException("A roster has no lines");
                    };
            return FileReport.of(name, answer, Times.now(clock));
        } catch (HttpProblem problem) {
            if (problem.getStatusCode() >= SERVER_FAULT) {
                throw problem;
            }
            return FileReport.failed(name, problem.getTitle() + ": " + problem.getDetail(), Times.now(clock));
        }
    }
}
