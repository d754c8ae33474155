package org.secondperiod.ingest.histories;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.histories.db.HistoryParts;
import org.secondperiod.ingest.histories.db.HistoryStore;
import org.secondperiod.ingest.rosters.db.LostImport;
import org.secondperiod.kit.time.Times;

/** Does a history from where it stands to its end, and says how it ended. */
@ApplicationScoped
class HistoryAttempt {

    private static final Logger LOG = Logger.getLogger(HistoryAttempt.class);

    private final HistoryCheck check;
    private final HistoryTelling telling;
    private final HistoryStore store;
    private final HistoryParts parts;
    private final HistoriesConfig config;
    private final Clock clock;

    HistoryAttempt(
            HistoryCheck check,
            HistoryTelling telling,
            HistoryStore store,
            HistoryParts parts,
            HistoriesConfig config,
            Clock clock) {
        this.check = check;
        this.telling = telling;
        this.store = store;
        this.parts = parts;
        this.config = config;
        this.clock = clock;
    }

    /** Whether it ended; otherwise it is to be tried again, a little later. */
    boolean run(HistoryWork work) {
        if (work.row().attempts() > config.maxAttempts()) {
            end(
                    work,
                    HistoryState.FAILED,
                    "Given up: %d attempts ended without a result. The service's log says why."
                            .formatted(config.maxAttempts()));
            return true;
        }
        try {
            checkAndTell(work);
        } catch (HttpProblem e) {
            end(work, HistoryState.FAILED, "%s: %s".formatted(e.getTitle(), e.getDetail()));
        } catch (LostImport e) {
            LOG.warnf("%s, historyId=%s", e.getMessage(), work.historyId());
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "An import of a history is interrupted, and tried again, historyId=%s", work.historyId());
            work.jdbi().useTransaction(tx -> work.lease().release(tx, work.historyId()));
            return false;
        }
        return true;
    }

    private void checkAndTell(HistoryWork work) throws IOException {
        if (work.row().phase() != HistoryPhase.TELLING) {
            String refusal = check.run(work);
            if (refusal != null) {
                end(work, HistoryState.REFUSED, refusal);
                return;
            }
        }
        if (!work.row().dryRun()) {
            telling.run(work);
        }
        end(work, HistoryState.DONE, null);
    }

    private void end(HistoryWork work, HistoryState state, @Nullable String reason) {
        LOG.infof("An import of a history has ended: %s, historyId=%s", state, work.historyId());
        work.jdbi().useTransaction(tx -> {
            work.lease().hold(tx, work.historyId());
            parts.forget(tx, work.historyId());
            store.finish(tx, work.historyId(), state, reason, Times.now(clock));
        });
    }
}
