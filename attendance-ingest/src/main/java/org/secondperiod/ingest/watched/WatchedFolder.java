package org.secondperiod.ingest.watched;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.RostersConfig;
import org.secondperiod.ingest.watched.db.LandedFile;
import org.secondperiod.ingest.watched.db.WatchedFiles;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Faults;
import org.secondperiod.kit.time.Times;

/** Looks into the folder and takes what has settled there. */
@ApplicationScoped
public class WatchedFolder {

    private static final int UNAVAILABLE = 503;
    private static final Logger LOG = Logger.getLogger(WatchedFolder.class);

    private final Optional<Folders> folders;
    private final WatchedFiles files;
    private final RosterFiles rosters;
    private final LineFiles lines;
    private final Clock clock;
    private final Settling settling = new Settling();

    WatchedFolder(RostersConfig config, WatchedFiles files, RosterFiles rosters, LineFiles lines, Clock clock) {
        this.folders = config.watchedFolder().map(Folders::new);
        this.files = files;
        this.rosters = rosters;
        this.lines = lines;
        this.clock = clock;
    }

    @Scheduled(
            every = "${secondperiod.rosters.watch-every:5s}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        AsSystem.run(() -> folders.ifPresent(
                folder -> settling.settled(folder.landed()).forEach(file -> takeAlone(folder, file))));
    }

    /** One file that can not be taken now does not keep the others from being taken. */
    private void takeAlone(Folders folder, LandedFile file) {
        try {
            files.alone(file, () -> {
                if (folder.isThere(file)) {
                    take(folder, file);
                }
            });
        } catch (RuntimeException e) {
            LOG.warn("A file in the watched folder could not be taken now, and stays there", e);
        }
    }

    private void take(Folders folder, LandedFile file) {
        WatchedFiles.Taken taken = files.find(file).orElse(null);
        if (taken != null && taken.outcome() != null && taken.report() != null) {
            folder.move(file, taken.outcome(), taken.report());
            return;
        }
        report(folder, file, taken).ifPresent(report -> {
            String importId = taken == null ? null : taken.importId();
            files.ended(file, new WatchedFiles.Taken(importId, report.outcome(), report.json()));
            folder.move(file, report.outcome(), report.json());
        });
    }

    private Optional<FileReport> report(Folders folder, LandedFile file, WatchedFiles.@Nullable Taken taken) {
        if (taken != null && taken.importId() != null) {
            return rosters.ended(file, taken.importId());
        }
        Optional<FileKind> kind = FileKind.of(file.name());
        if (kind.isEmpty()) {
            return Optional.of(FileReport.failed(
                    file.name(), "The name does not say what it is: " + FileKind.NAMES, Times.now(clock)));
        }
        try {
            if (kind.get() == FileKind.ROSTER) {
                rosters.accept(file, folder.landed(file));
                return Optional.empty();
            }
            return Optional.of(lines.take(kind.get(), file.name(), folder.landed(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            if (passes(e)) {
                throw e;
            }
            LOG.error("A file in the watched folder holds something that we did not foresee, and goes to failed", e);
            return Optional.of(FileReport.failed(
                    file.name(),
                    "Something in it can not be taken, which is our fault and has been logged. Lines before it may have been"
                            + " taken; sending them again changes nothing.",
                    Times.now(clock)));
        }
    }

    /** Whether the database, the broker or the disk is to blame: then the same file is taken later. */
    private static boolean passes(RuntimeException error) {
        return Faults.isInfrastructure(error)
                || error instanceof UncheckedIOException
                || (error instanceof HttpProblem problem && problem.getStatusCode() == UNAVAILABLE);
    }
}
