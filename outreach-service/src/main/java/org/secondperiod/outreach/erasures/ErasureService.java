package org.secondperiod.outreach.erasures;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.records.RecordClasses;
import org.secondperiod.kit.records.db.ErasingStore;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.erasures.db.ErasureOrderStore;
import org.secondperiod.outreach.erasures.kafka.ErasureOrderEvents;

/**
 * Orders erasures. An order goes out to the services, this one too, once no legal hold keeps the student; a hold that is placed later
 * is heeded by each service itself.
 */
@ApplicationScoped
public class ErasureService {

    private final Jdbi jdbi;
    private final ErasureOrderStore store;
    private final ErasureOrderEvents events;
    private final ErasingStore erasing;
    private final RecordClasses records;
    private final Outbox outbox;
    private final AuditTrail trail;

    ErasureService(
            Jdbi jdbi,
            ErasureOrderStore store,
            ErasureOrderEvents events,
            ErasingStore erasing,
            RecordClasses records,
            Outbox outbox,
            AuditTrail trail) {
        this.jdbi = jdbi;
        this.store = store;
        this.events = events;
        this.erasing = erasing;
        this.records = records;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** Orders that a student is erased. Of a student who is being erased or was, the order that stands. */
    public ErasureOrder order(Handle tx, String studentId, String by, String why) {
        trail.student(studentId);
        ErasureOrder order = store.ofStudent(tx, studentId).orElseGet(() -> {
            ErasureOrder fresh =
                    new ErasureOrder("erasure-" + UUID.randomUUID(), studentId, by, MachineClock.now(), why, null);
            return store.insert(tx, fresh)
                    ? release(tx, fresh, MachineClock.now())
                    : store.ofStudent(tx, studentId).orElseThrow();
        });
        trail.about(order.orderId());
        return order;
    }

    /** Sends what no legal hold keeps any more. */
    public void releaseAll(Instant now) {
        AsSystem.run(() -> {
            for (ErasureOrder each : jdbi.inTransaction(store::unsent)) {
                jdbi.useTransaction(
                        tx -> store.takeUnsent(tx, each.orderId()).ifPresent(taken -> release(tx, taken, now)));
            }
        });
    }

    /** The legal holds that keep this student, as far as this service knows. */
    public Set<String> keptBy(Handle tx, String studentId) {
        return erasing.keptBy(tx, records.all(), studentId);
    }

    private ErasureOrder release(Handle tx, ErasureOrder order, Instant now) {
        if (!keptBy(tx, order.studentId()).isEmpty()) {
            return order;
        }
        ErasureOrder sent = order.sent(now);
        store.sent(tx, sent);
        outbox.add(tx, List.of(events.ordered(sent)));
        return sent;
    }
}
