package org.secondperiod.ingest.quarantine;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.codes.CodesChanged;
import org.secondperiod.ingest.quarantine.Waiting.FactKind;
import org.secondperiod.ingest.quarantine.db.QuarantineStore;
import org.secondperiod.ingest.schools.SchoolSetUp;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;

/**
 * Lets facts go on that no longer have an obstacle: at once when codes or schools change, and every few seconds for those
 * that came while another replica still knew the old ones. A fact leaves the quarantine in the transaction that puts its
 * event into the outbox; one that comes to wait for something else stays, and what can be told of it goes into the outbox.
 */
@ApplicationScoped
public class Rerun {

    private static final Logger LOG = Logger.getLogger(Rerun.class);
    private static final int CHUNK = 1_000;

    private final Jdbi jdbi;
    private final QuarantineStore store;
    private final Outbox outbox;
    private final Map<FactKind, Reviver> revivers;
    private final AuditedFacts audited;

    Rerun(Jdbi jdbi, QuarantineStore store, Outbox outbox, @All List<Reviver> revivers, AuditedFacts audited) {
        this.jdbi = jdbi;
        this.store = store;
        this.outbox = outbox;
        this.revivers = revivers.stream().collect(toUnmodifiableMap(Reviver::fact, reviver -> reviver));
        this.audited = audited;
    }

    void onCodes(@Observes CodesChanged changed) {
        AsSystem.run(() -> all(school -> true));
    }

    void onSchool(@Observes SchoolSetUp setUp) {
        AsSystem.run(() -> all(setUp.school().value()::equals));
    }

    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        AsSystem.run(() -> all(school -> true));
    }

    /** Runs everything again that waits for the schools named; returns how many facts went on. */
    public int all(Predicate<String> schools) {
        int sent = 0;
        for (var group : store.groups()) {
            if (schools.test(group.schoolId())) {
                sent += group(group);
            }
        }
        return sent;
    }

    /** Runs one fact again; returns what it still waits for, or that it went on. */
    public RerunAnswer one(String eventId, Predicate<String> schools) {
        return jdbi.inTransaction(tx -> {
            var fact = store.lock(tx, eventId);
            if (fact == null || !schools.test(fact.waiting().schoolId())) {
                throw QuarantineProblems.notWaiting();
            }
            audited.touched(fact.waiting());
            run(tx, List.of(fact));
            var left = store.lock(tx, eventId);
            return left == null
                    ? RerunAnswer.sent(1)
                    : RerunAnswer.waits(left.waiting().reason());
        });
    }

    /** Tries one fact first: while it cannot go on, neither can the others of its group. */
    private int group(WaitingGroup group) {
        int sent = 0;
        int limit = 1;
        var step = step(group, limit);
        while (step.moved() > 0) {
            sent += step.sent();
            limit = CHUNK;
            step = step(group, limit);
        }
        return sent;
    }

    private Step step(WaitingGroup group, int limit) {
        return jdbi.inTransaction(tx -> run(tx, store.lock(tx, group, limit)));
    }

    /** What a step did: facts sent, and facts that wait for something else now. */
    private record Step(int sent, int changed) {

        int moved() {
            return sent + changed;
        }
    }

    /** Sends those without an obstacle; the others wait on, for what stops them now. */
    private Step run(Handle tx, List<Kept> facts) {
        var free = new ArrayList<Kept>();
        var events = new ArrayList<OutgoingEvent>();
        int changed = 0;
        for (var fact : facts) {
            var revived = revivers.get(fact.waiting().fact()).revive(fact.waiting());
            var obstacle = revived.obstacle();
            if (obstacle == null) {
                free.add(fact);
            } else if (obstacle.kind() != fact.waiting().kind()) {
                store.waitFor(tx, fact, obstacle);
                changed++;
            } else {
                continue;
            }
            if (revived.event() != null) {
                events.add(revived.event());
            }
        }
        outbox.add(tx, events);
        if (!free.isEmpty()) {
            store.remove(tx, free);
            LOG.infof(
                    "%d facts left the quarantine, schoolId=%s",
                    free.size(), free.getFirst().waiting().schoolId());
        }
        return new Step(free.size(), changed);
    }
}
