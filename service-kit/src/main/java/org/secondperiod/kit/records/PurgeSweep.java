package org.secondperiod.kit.records;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.records.db.PurgeStore;
import org.secondperiod.kit.records.db.PurgeStore.Last;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.time.Times;

/**
 * Purges what is too old, a bounded number of rows in a transaction. Any replica can do it: whoever takes a class in hand does it, and
 * whoever dies with it leaves it for the next day.
 */
@ApplicationScoped
public class PurgeSweep {

    private static final Logger LOG = Logger.getLogger(PurgeSweep.class);
    private static final int BATCH = 1_000;

    /** Records of a day that was purged before are rare: the days since then are looked at daily, and all of them now and then. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(30);

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final Last NEVER = new Last(Instant.EPOCH, 0, LONG_AGO, null);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Retention retention;
    private final RetentionConfig config;
    private final PurgeStore store;

    PurgeSweep(Jdbi jdbi, Clock clock, Retention retention, RetentionConfig config, PurgeStore store) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.retention = retention;
        this.config = config;
        this.store = store;
    }

    @Scheduled(
            every = "10m",
            delayed = "12m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void sweep() {
        for (RecordClass each : retention.classes()) {
            Instant now = Times.now(clock);
            if (retention.keep(each).isPresent()
                    && jdbi.inTransaction(tx -> store.take(tx, each.name(), now, config.every()))) {
                purge(each);
            }
        }
    }

    /** Purges a class now; returns how many records were too old. */
    public long purge(RecordClass of) {
        Instant now = Times.now(clock);
        LocalDate firstKept = retention.firstKept(of.name(), now);
        Last last = jdbi.inTransaction(tx -> store.last(tx, of.name())).orElse(NEVER);
        boolean whole = last.wholeAt() == null || last.wholeAt().plus(WHOLE_EVERY).isBefore(now);
        long records = 0;
        for (Rows rows : of.rows()) {
            records += purge(rows, whole ? LONG_AGO : last.firstKept(), firstKept);
        }
        Last done = new Last(now, records, firstKept, whole ? now : last.wholeAt());
        jdbi.useTransaction(tx -> store.done(tx, of.name(), done));
        if (records > 0) {
            LOG.infof("%d records of the class %s were of before %s and are purged", records, of.name(), firstKept);
        }
        return records;
    }

    private long purge(Rows rows, LocalDate from, LocalDate firstKept) {
        ZoneId zone = retention.zone();
        return AsSystem.get(() -> {
            long all = 0;
            for (LocalDate day : jdbi.inTransaction(tx -> store.days(tx, rows, from, firstKept, zone))) {
                int purged = BATCH;
                while (purged == BATCH) {
                    purged = jdbi.inTransaction(tx -> store.purge(tx, rows, day, zone, BATCH));
                    all += purged;
                }
            }
            return all;
        });
    }
}
