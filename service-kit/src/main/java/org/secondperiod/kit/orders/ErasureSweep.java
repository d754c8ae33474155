package org.secondperiod.kit.orders;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.orders.Erasure.State;
import org.secondperiod.kit.records.RecordClass;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.Rows;
import org.secondperiod.kit.records.db.ErasingStore;
import org.secondperiod.kit.requests.NoDatabase;
import org.secondperiod.kit.requests.RememberedAnswers;
import org.secondperiod.kit.time.MachineClock;

/**
 * Carries out orders of erasure, by the machine's clock. First nothing more is taken in of the student; a minute later, when whatever
 * was being taken in has ended, every record goes in one transaction, with the report and the tombstones. A legal hold that is known
 * at either moment makes it wait. Any replica can do it.
 */
@ApplicationScoped
public class ErasureSweep {

    private static final Logger LOG = Logger.getLogger(ErasureSweep.class);

    /** Longer than any transaction may last, and than {@link ErasedStudents} are looked up anew. */
    private static final Duration TO_COME_TO_AN_END = Duration.ofMinutes(1);

    private static final Set<State> OPEN = Set.of(State.ORDERED, State.HELD, State.REFUSING);

    private final Jdbi jdbi;
    private final ErasureStore store;
    private final ErasedStudents erased;
    private final ErasingStore erasing;
    private final RecordClasses records;
    private final RememberedAnswers answers;
    private final ErasureReports reports;
    private final StudentTombstones tombstones;
    private final Outbox outbox;

    ErasureSweep(
            Jdbi jdbi,
            ErasureStore store,
            ErasedStudents erased,
            ErasingStore erasing,
            RecordClasses records,
            RememberedAnswers answers,
            ErasureReports reports,
            StudentTombstones tombstones,
            Outbox outbox) {
        this.jdbi = jdbi;
        this.store = store;
        this.erased = erased;
        this.erasing = erasing;
        this.records = records;
        this.answers = answers;
        this.reports = reports;
        this.tombstones = tombstones;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "10s",
            delayed = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    void sweep() {
        sweep(MachineClock.now());
    }

    /** Goes a step further with each order that is open. */
    public void sweep(Instant now) {
        AsSystem.run(() -> {
            for (Erasure each : jdbi.inTransaction(tx -> store.in(tx, OPEN))) {
                jdbi.useTransaction(tx -> store.take(tx, each.orderId()).ifPresent(taken -> step(tx, taken, now)));
            }
        });
        erased.refresh();
    }

    /** What came back all the same, such as a student whom the roster still names, goes again. */
    @Scheduled(
            every = "6h",
            delayed = "30m",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = NoDatabase.class)
    public void again() {
        AsSystem.run(() -> {
            for (Erasure each : jdbi.inTransaction(tx -> store.in(tx, Set.of(State.ERASED)))) {
                long left = jdbi.inTransaction(tx -> total(erase(tx, each.studentId())));
                if (left > 0) {
                    LOG.warnf(
                            "%d records had come back that an order erased, and are erased again, orderId=%s",
                            left, each.orderId());
                }
            }
        });
    }

    private void step(Handle tx, Erasure erasure, Instant now) {
        if (!erasing.keptBy(tx, records.all(), erasure.studentId()).isEmpty()) {
            if (erasure.state() != State.HELD) {
                Erasure held = come(tx, erasure, State.HELD, now);
                outbox.add(tx, List.of(reports.held(held, now)));
            }
        } else if (erasure.state() != State.REFUSING) {
            come(tx, erasure, State.REFUSING, now);
        } else if (erasure.since() != null && !now.isBefore(erasure.since().plus(TO_COME_TO_AN_END))) {
            Map<String, Long> counts = erase(tx, erasure.studentId());
            Erasure done = come(tx, erasure, State.ERASED, now);
            List<OutgoingEvent> told = new ArrayList<>(tombstones.of(erasure.studentId()));
            told.add(reports.erased(done, counts, now));
            outbox.add(tx, told);
            LOG.infof("%d records are erased by an order, orderId=%s", total(counts), erasure.orderId());
        }
    }

    private Erasure come(Handle tx, Erasure from, State state, Instant now) {
        Erasure next = new Erasure(from.orderId(), from.studentId(), state, now, from.version() + 1);
        store.come(tx, next);
        return next;
    }

    private Map<String, Long> erase(Handle tx, String studentId) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (RecordClass each : records.all()) {
            for (Rows rows : each.rows()) {
                if (each.takenOut() == null) {
                    counts.merge(each.name(), erasing.erase(tx, rows, studentId), Long::sum);
                } else {
                    erasing.takeOut(tx, rows, each.takenOut(), studentId);
                }
            }
        }
        answers.forget(tx, studentId);
        return counts;
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
