package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.secondperiod.ingest.rosters.db.ImportState;
import org.secondperiod.ingest.rosters.db.LostImport;
import org.secondperiod.ingest.rosters.oneroster.UnusableRoster;
import org.secondperiod.kit.time.Times;

/** Tries an import, and says how it ended: every import ends in a state that its sender can read. */
@ApplicationScoped
public class ImportAttempt {

    private static final Logger LOG = Logger.getLogger(ImportAttempt.class);

    private final RosterImporter importer;
    private final WorkFiles files;
    private final RostersConfig config;
    private final Clock clock;

    ImportAttempt(RosterImporter importer, WorkFiles files, RostersConfig config, Clock clock) {
        this.importer = importer;
        this.files = files;
        this.config = config;
        this.clock = clock;
    }

    /** Whether it ended; otherwise it is to be tried again, a little later. */
    boolean run(ImportWork work) {
        if (work.row().attempts() > config.maxAttempts()) {
            end(
                    work,
                    ImportState.FAILED,
                    "Given up: " + config.maxAttempts()
                            + " attempts ended without a result. The service's log says why.");
            return true;
        }
        Path file = files.create();
        try {
            importer.run(work, file);
            LOG.infof("Roster import done, importId=%s", work.importId());
        } catch (UnusableRoster e) {
            end(work, ImportState.FAILED, e.getMessage());
        } catch (ImportRefused e) {
            end(work, ImportState.REFUSED, e.getMessage());
        } catch (LostImport e) {
            LOG.warnf("%s, importId=%s", e.getMessage(), work.importId());
        } catch (RuntimeException e) {
            LOG.errorf(e, "Roster import interrupted, it will be tried again, importId=%s", work.importId());
            work.release();
            return false;
        } finally {
            delete(file);
        }
        return true;
    }

    private void end(ImportWork work, ImportState state, String reason) {
        LOG.infof("Roster import %s, importId=%s", state, work.importId());
        work.finish(state, reason, Times.now(clock), tx -> {});
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
