package org.secondperiod.ingest.quarantine;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.quarantine.db.QuarantineStore;
import org.secondperiod.kit.time.Times;

/** Gives up facts that were misfiled: those of a school that will never be set up. */
@ApplicationScoped
public class Discard {

    private static final Logger LOG = Logger.getLogger(Discard.class);

    private final Jdbi jdbi;
    private final Clock clock;
    private final QuarantineStore store;
    private final AuditedFacts audited;

    Discard(Jdbi jdbi, Clock clock, QuarantineStore store, AuditedFacts audited) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
        this.audited = audited;
    }

    /**
     * Takes the fact out of the quarantine for good; who did and why is kept. The same again changes nothing. One that waits for
     * its code was told as a question already, which only a meaning or a withdrawal answers: it is refused (409).
     */
    public void one(String eventId, Predicate<String> schools, String by, String why) {
        jdbi.useTransaction(tx -> {
            var fact = store.lock(tx, eventId);
            if (fact == null || !schools.test(fact.waiting().schoolId())) {
                if (store.wasDiscarded(tx, eventId, by)) {
                    return;
                }
                throw QuarantineProblems.notWaiting();
            }
            if (fact.waiting().kind() == Waiting.Kind.UNMAPPED_CODE) {
                throw QuarantineProblems.waitsForItsCode();
            }
            audited.touched(fact.waiting());
            store.discarded(tx, fact, by, why, Times.now(clock));
            store.remove(tx, List.of(fact));
            LOG.infof(
                    "A fact was discarded from the quarantine by %s, schoolId=%s",
                    by, fact.waiting().schoolId());
        });
    }
}
