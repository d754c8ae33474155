package org.secondperiod.ingest.knownabsences;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.input.IfMatch;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.knownabsences.db.KnownAbsenceStore;
import org.secondperiod.ingest.knownabsences.kafka.KnownAbsenceEvents;
import org.secondperiod.kit.audit.AuditTrail;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.time.Times;

/**
 * Keeps known absences; each that changes goes to the outbox in the same transaction. What is declared is held against what stands, of
 * whichever school that is: so it is done as the system.
 */
@ApplicationScoped
public class KnownAbsencesService {

    private final Jdbi jdbi;
    private final KnownAbsenceStore store;
    private final KnownAbsenceEvents events;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditTrail trail;

    KnownAbsencesService(
            Jdbi jdbi,
            KnownAbsenceStore store,
            KnownAbsenceEvents events,
            Outbox outbox,
            Clock clock,
            AuditTrail trail) {
        this.jdbi = jdbi;
        this.store = store;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
        this.trail = trail;
    }

    /** The absence, if it is known and of a school that the sender may see. */
    public Optional<Declared> find(String absenceId, Sender sender) {
        return jdbi.inTransaction(tx -> {
            var found = store.find(tx, List.of(absenceId)).values().stream()
                    .filter(absence -> mayTouch(absence, sender))
                    .findFirst();
            found.ifPresent(this::audit);
            return found;
        });
    }

    /** Declares one; what it cannot be becomes a problem. */
    public Declared put(Declared declared, Sender sender, @Nullable String ifMatch) {
        var meeting = jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            store.lock(tx);
            var stored = store.find(tx, List.of(declared.absenceId()));
            var before = stored.get(declared.absenceId());
            audit(declared);
            IfMatch.require(ifMatch, before == null || before.version() == null ? 0 : before.version());
            return meetAll(tx, List.of(declared), stored, sender).getFirst();
        });
        return switch (meeting) {
            case Meeting.Changed changed -> changed.now();
            case Meeting.Unchanged unchanged -> unchanged.stored();
            case Meeting.Stale stale -> throw KnownAbsenceProblems.stale(stale.stored());
            case Meeting.Refused refused -> throw KnownAbsenceProblems.refused(refused);
        };
    }

    /** Declares many, in their order; says of each what it was. */
    List<Meeting> take(List<Declared> declared, Sender sender) {
        return jdbi.inTransaction(tx -> {
            AsSystem.fromHereOn(tx);
            store.lock(tx);
            var ids = declared.stream().map(Declared::absenceId).distinct().toList();
            return meetAll(tx, declared, store.find(tx, ids), sender);
        });
    }

    private List<Meeting> meetAll(Handle tx, List<Declared> declared, Map<String, Declared> stored, Sender sender) {
        var meetings = new ArrayList<Meeting>(declared.size());
        var known = new LinkedHashMap<>(stored);
        var changes = new ArrayList<Declared>();
        for (var each : declared) {
            var before = known.get(each.absenceId());
            var meeting = before != null && !mayTouch(before, sender)
                    ? new Meeting.Refused(
                            "schoolId", "was another school before, which this credential may not write for")
                    : Meeting.of(before, each);
            meetings.add(meeting);
            if (meeting instanceof Meeting.Changed changed) {
                known.put(each.absenceId(), changed.now());
                changes.add(changed.now());
            }
        }
        write(tx, changes, sender);
        return meetings;
    }

    /** Every version goes out; only the last of each is stored. */
    private void write(Handle tx, List<Declared> changes, Sender sender) {
        var now = Times.now(clock);
        var last = new LinkedHashMap<String, Declared>();
        changes.forEach(change -> last.put(change.absenceId(), change));
        store.put(tx, List.copyOf(last.values()), sender.subject(), now);
        outbox.add(
                tx,
                changes.stream()
                        .map(change -> events.of(change, sender.subject(), now))
                        .toList());
    }

    private void audit(Declared absence) {
        trail.about(absence.absenceId());
        trail.student(absence.student().value());
        if (absence.school() != null) {
            trail.school(absence.school().value());
        }
    }

    private static boolean mayTouch(Declared absence, Sender sender) {
        var school = absence.school();
        return school == null ? sender.mayWriteEverywhere() : sender.mayWrite(school.value());
    }
}
