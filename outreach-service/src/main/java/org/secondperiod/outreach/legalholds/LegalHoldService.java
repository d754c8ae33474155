package org.secondperiod.outreach.legalholds;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.orders.Hold;
import org.secondperiod.kit.orders.HoldStore;
import org.secondperiod.kit.time.MachineClock;
import org.secondperiod.outreach.legalholds.LegalHold.Ordered;
import org.secondperiod.outreach.legalholds.db.LegalHoldStore;
import org.secondperiod.outreach.legalholds.kafka.HoldEvents;

/**
 * Places and lifts legal holds. What becomes of one is kept, told, and in force in this service in one transaction; the other services
 * hear of it through the topic. By the machine's clock: a court knows nothing of a simulated day.
 */
@ApplicationScoped
public class LegalHoldService {

    private final LegalHoldStore store;
    private final HoldStore inForce;
    private final HoldEvents events;
    private final Outbox outbox;
    private final AuditTrail trail;

    LegalHoldService(LegalHoldStore store, HoldStore inForce, HoldEvents events, Outbox outbox, AuditTrail trail) {
        this.store = store;
        this.inForce = inForce;
        this.events = events;
        this.outbox = outbox;
        this.trail = trail;
    }

    /** Places one, of a student or of a school. */
    public LegalHold place(Handle tx, @Nullable String studentId, @Nullable String schoolId, String by, String why) {
        LegalHold hold = new LegalHold(
                "hold-" + UUID.randomUUID(), studentId, schoolId, new Ordered(by, MachineClock.now(), why), null);
        store.insert(tx, hold);
        return tell(tx, hold);
    }

    /** Lifts one, for good; again, it changes nothing. */
    public LegalHold lift(Handle tx, String holdId, String by, String why) {
        LegalHold before = store.lock(tx, holdId).orElseThrow(LegalHoldProblems::noSuchHold);
        if (before.isLifted()) {
            return seen(before);
        }
        LegalHold lifted = before.lift(new Ordered(by, MachineClock.now(), why));
        store.lift(tx, lifted);
        return tell(tx, lifted);
    }

    /** Says in the audit whose hold it is. */
    public LegalHold seen(LegalHold hold) {
        trail.about(hold.holdId());
        if (hold.studentId() != null) {
            trail.student(hold.studentId());
        }
        if (hold.schoolId() != null) {
            trail.school(hold.schoolId());
        }
        return hold;
    }

    private LegalHold tell(Handle tx, LegalHold hold) {
        inForce.put(tx, new Hold(hold.holdId(), hold.studentId(), hold.schoolId(), hold.isLifted(), hold.version()));
        outbox.add(tx, List.of(events.changed(hold)));
        return seen(hold);
    }
}
