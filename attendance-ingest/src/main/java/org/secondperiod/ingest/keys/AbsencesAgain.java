package org.secondperiod.ingest.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.knownabsences.db.KnownAbsenceStore;
import org.secondperiod.ingest.knownabsences.db.KnownAbsenceStore.Known;
import org.secondperiod.ingest.knownabsences.kafka.KnownAbsenceEvents;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;

/**
 * Seals details of known absences again and tells those absences again: the same version, event id and content, so that nobody
 * who knows them is told anything, and whoever reads the topic later can open the detail. There are few of them.
 */
@ApplicationScoped
public class AbsencesAgain {

    private static final Logger LOG = Logger.getLogger(AbsencesAgain.class);

    private final Jdbi jdbi;
    private final KeyRing ring;
    private final KnownAbsenceStore store;
    private final KnownAbsenceEvents events;
    private final Outbox outbox;

    AbsencesAgain(Jdbi jdbi, KeyRing ring, KnownAbsenceStore store, KnownAbsenceEvents events, Outbox outbox) {
        this.jdbi = jdbi;
        this.ring = ring;
        this.store = store;
        this.events = events;
        this.outbox = outbox;
    }

    /** All that there are; as the system. */
    void run() {
        List<String> ids = jdbi.inTransaction(tx -> store.notUnder(tx, ring.current()));
        ids.forEach(this::again);
    }

    private void again(String absenceId) {
        try {
            jdbi.useTransaction(tx -> store.lockNotUnder(tx, absenceId, ring.current())
                    .ifPresent(known -> {
                        store.sealAgain(tx, known.absence());
                        outbox.add(tx, List.of(event(known)));
                    }));
        } catch (UndecipherableException e) {
            LOG.warnf("The detail of a known absence cannot be opened: absenceId=%s", absenceId);
        }
    }

    private OutgoingEvent event(Known known) {
        return events.of(known.absence(), known.changedBy(), known.changedAt());
    }
}
