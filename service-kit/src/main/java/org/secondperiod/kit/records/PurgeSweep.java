package org.secondperiod.kit.records;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.orders.HoldStore;
import org.secondperiod.kit.orders.OrdersConsumer;
import org.secondperiod.kit.records.db.PurgeStore;
import org.secondperiod.kit.records.db.PurgeStore.Last;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.kit.time.Times;

/**
 * Purges what is too old, a bounded number of rows in a transaction. Any replica can do it: whoever takes a class in hand does it, and
 * whoever dies with it leaves it for the next day. What a legal hold keeps stays, and as long as no orders have been read nothing goes.
 */
@ApplicationScoped
public class PurgeSweep {

    private static final Logger LOG = Logger.getLogger(PurgeSweep.class);
    private static final int BATCH = 1_000;

    /** Records of a day that was purged before are rare: the days since then are looked at daily, and all of them now and then. */
    private static final Duration WHOLE_EVERY = Duration.ofDays(30);

    private static final Duration MOST_OFF = Duration.ofHours(1);

    private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);
    private static final Last NEVER = new Last(Instant.EPOCH, 0, LONG_AGO, null);

    private final Jdbi jdbi;
    private final Clock clock;
    private final Retention retention;
    private final RetentionConfig config;
    private final PurgeStore store;
    private final HoldStore holds;
    private final String ordersConsumer;

    PurgeSweep(
            Jdbi jdbi,
            Clock clock,
            Retention retention,
            RetentionConfig config,
            PurgeStore store,
            HoldStore holds,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.retention = retention;
        this.config = config;
        this.store = store;
        this.holds = holds;
        this.ordersConsumer = OrdersConsumer.nameIn(service);
    }

    @Scheduled(
            every = "${secondperiod.purge.look-every:10m}",
            delayed = "${secondperiod.purge.begin-after:12m}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void sweep() {
        if (!jdbi.inTransaction(tx -> holds.isBeingRead(tx, ordersConsumer, Topics.ORDERS.name()))
                || isClockWrong(MachineClock.now())) {
            return;
        }
        for (RecordClass each : retention.classes()) {
            Instant now = Times.now(clock);
            if (retention.keep(each).isPresent()
                    && jdbi.inTransaction(tx -> store.take(tx, each.name(), now, config.every()))) {
                purge(each);
            }
        }
    }

    /** A machine whose clock is years ahead would find everything too old. */
    boolean isClockWrong(Instant machine) {
        Duration off =
                Duration.between(jdbi.inTransaction(store::serverTime), machine).abs();
        if (off.compareTo(MOST_OFF) > 0) {
            LOG.errorf("Nothing is purged: this machine's clock and the database's differ by %s", off);
            return true;
        }
        return false;
    }

    /** Purges a class now; returns how many records were too old. */
    public long purge(RecordClass of) {
        Instant now = Times.now(clock);
        LocalDate firstKept = retention.firstKept(of.name(), now);
        Last last = jdbi.inTransaction(tx -> store.last(tx, of.name())).orElse(NEVER);
        boolean whole = isLongAgo(last.wholeAt(), now);
        long records = 0;
        for (Rows rows : of.rows()) {
            records += purge(rows, whole ? LONG_AGO : last.firstKept(), firstKept);
        }
        Last done = new Last(now, records, firstKept, whole ? now : last.wholeAt());
        jdbi.useTransaction(tx -> store.done(tx, of.name(), done));
        if (records > 0 && !of.isConfidential()) {
            LOG.infof("%d records of the class %s were of before %s and are purged", records, of.name(), firstKept);
        }
        return records;
    }

    /** Also where the clock was set back since. */
    private static boolean isLongAgo(@Nullable Instant wholeAt, Instant now) {
        return wholeAt == null
                || wholeAt.isAfter(now)
                || wholeAt.plus(WHOLE_EVERY).isBefore(now);
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
