package org.secondperiod.ingest.keys;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.keys.db.TopicCounts;
import org.secondperiod.ingest.knownabsences.db.KnownAbsenceStore;
import org.secondperiod.ingest.quarantine.db.QuarantineStore;
import org.secondperiod.ingest.rosters.db.SealedRows;
import org.secondperiod.ingest.rosters.db.Uploads;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.keys.Sealing;
import org.secondperiod.kit.requests.IdempotentRequests;

/**
 * The roster's people, details of known absences, lines of facts that wait, and why facts were given up; on topics, people. An
 * upload is only counted: it goes when its import ends.
 */
@ApplicationScoped
class SealedHere implements Sealing {

    private final Jdbi jdbi;
    private final KeyRing ring;
    private final TopicCounts counts;
    private final AbsencesAgain absences;
    private final PeopleAgain people;

    SealedHere(Jdbi jdbi, KeyRing ring, TopicCounts counts, AbsencesAgain absences, PeopleAgain people) {
        this.jdbi = jdbi;
        this.ring = ring;
        this.counts = counts;
        this.absences = absences;
        this.people = people;
    }

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                SealedRows.USERS,
                SealedRows.CONTACT_SETTINGS,
                QuarantineStore.RAW,
                QuarantineStore.WHY,
                IdempotentRequests.RESPONSE);
    }

    @Override
    public List<SealedColumn> others() {
        return List.of(KnownAbsenceStore.DETAIL, Uploads.CONTENT);
    }

    @Override
    public List<Runnable> after() {
        return List.of(absences::run, people::runIfNeeded);
    }

    @Override
    public Elsewhere elsewhere() {
        return jdbi.inTransaction(
                tx -> new Elsewhere(counts.isCounted(tx, Topics.PEOPLE.name(), ring.current()), counts.found(tx)));
    }
}
