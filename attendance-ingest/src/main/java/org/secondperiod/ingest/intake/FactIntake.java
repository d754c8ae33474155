package org.secondperiod.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.intake.OwnIds.Standing;
import org.secondperiod.ingest.intake.db.OwnIdStore;
import org.secondperiod.ingest.quarantine.Quarantine;
import org.secondperiod.kit.audit.Audit;
import org.secondperiod.kit.delivery.EventPublisher;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.delivery.PendingPublish;
import org.secondperiod.kit.time.Times;

/**
 * Takes facts in. Ids of the source's own are taken in a transaction that commits only after the broker acknowledged, so
 * that a failed publish is never remembered as done; so is the quarantine kept, and what is told of a fact that waits is
 * acknowledged before. Facts without such an id, and without a reason to wait, touch the database
 * only for the audit: once for each request, before the first of them is sent.
 */
@ApplicationScoped
public class FactIntake {

    private static final String BEFORE_TAKING = "before_taking_ids";

    private final Jdbi jdbi;
    private final OwnIdStore ownIds;
    private final Quarantine quarantine;
    private final EventPublisher publisher;
    private final Clock clock;
    private final Audit audit;

    FactIntake(
            Jdbi jdbi, OwnIdStore ownIds, Quarantine quarantine, EventPublisher publisher, Clock clock, Audit audit) {
        this.jdbi = jdbi;
        this.ownIds = ownIds;
        this.quarantine = quarantine;
        this.publisher = publisher;
        this.clock = clock;
        this.audit = audit;
    }

    /**
     * Takes them in and waits for the broker.
     *
     * @return those that were refused because their own id was used for other content
     * @throws org.secondperiod.kit.delivery.NotAcknowledged if the broker does not acknowledge: all of them may be sent again
     */
    public List<IncomingFact> take(List<IncomingFact> facts, Sender sender) {
        return begin(facts, sender).await();
    }

    /** Like {@link #take}, but facts that need no transaction are only handed to the producer. */
    Taking begin(List<IncomingFact> facts, Sender sender) {
        if (facts.stream().allMatch(fact -> fact.ownId() == null && fact.waiting() == null)) {
            audit.before();
            return new Taking(send(facts), List.of());
        }
        var refused = new ArrayList<IncomingFact>();
        jdbi.useTransaction(tx -> {
            var fresh = new ArrayList<>(
                    facts.stream().filter(fact -> fact.ownId() == null).toList());
            fresh.addAll(claim(
                    tx, facts.stream().filter(fact -> fact.ownId() != null).toList(), sender, refused));
            quarantine.keep(
                    tx,
                    fresh.stream()
                            .map(IncomingFact::waiting)
                            .filter(Objects::nonNull)
                            .toList());
            new Taking(send(fresh), List.of()).await();
        });
        return new Taking(List.of(), refused);
    }

    private List<PendingPublish> send(List<IncomingFact> facts) {
        var pending = new ArrayList<PendingPublish>(facts.size());
        for (var fact : facts) {
            if (fact.event() != null) {
                pending.add(sent(fact.event()));
            }
        }
        return pending;
    }

    /** Fails at once where the producer cannot even take the event: the others would wait just as long, one by one. */
    private PendingPublish sent(OutgoingEvent event) {
        var pending = publisher.send(event);
        if (pending.failed()) {
            pending.await();
        }
        return pending;
    }

    /** Those that are new; where another request took an id meanwhile, what is known is looked at again. */
    private List<IncomingFact> claim(Handle tx, List<IncomingFact> facts, Sender sender, List<IncomingFact> refused) {
        if (facts.isEmpty()) {
            return List.of();
        }
        while (true) {
            refused.clear();
            var known = new OwnIds(ownIds.known(
                    tx,
                    sender.subject(),
                    facts.stream().map(fact -> fact.ownId().id()).distinct().toList()));
            var fresh = new ArrayList<IncomingFact>();
            for (var fact : facts) {
                var standing = known.meet(fact.ownId());
                if (standing == Standing.NEW) {
                    fresh.add(fact);
                } else if (standing == Standing.CONFLICT) {
                    refused.add(fact);
                }
            }
            if (fresh.isEmpty() || takeAll(tx, fresh, sender)) {
                return fresh;
            }
        }
    }

    private boolean takeAll(Handle tx, List<IncomingFact> fresh, Sender sender) {
        var ids = fresh.stream().map(IncomingFact::ownId).toList();
        tx.savepoint(BEFORE_TAKING);
        if (ownIds.take(tx, sender.subject(), ids, Times.now(clock)) == ids.size()) {
            return true;
        }
        tx.rollbackToSavepoint(BEFORE_TAKING);
        return false;
    }
}
