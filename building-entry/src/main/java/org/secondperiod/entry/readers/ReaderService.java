package org.secondperiod.entry.readers;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.entry.readers.db.ReaderContactStore;
import org.secondperiod.entry.readers.db.ReaderStore;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.EventPublisher;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.time.Times;

/** Registers readers, hears from them, and tells the others. */
@ApplicationScoped
public class ReaderService {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ReaderStore store;
    private final ReaderContactStore contacts;
    private final Outbox outbox;
    private final EventEnvelope envelope;
    private final EventPublisher publisher;

    ReaderService(
            Jdbi jdbi,
            Clock clock,
            ReaderStore store,
            ReaderContactStore contacts,
            Outbox outbox,
            EventEnvelope envelope,
            EventPublisher publisher) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
        this.contacts = contacts;
        this.outbox = outbox;
        this.envelope = envelope;
        this.publisher = publisher;
    }

    /**
     * Registers a reader or changes its settings; settings that are the same change nothing and tell nobody.
     *
     * @param expected the version that the change was decided on, none where that does not matter
     */
    public Reader put(String readerId, ReaderSettings settings, @Nullable Long expected) {
        return jdbi.inTransaction(tx -> {
            Optional<Reader> before = store.lock(tx, readerId);
            long version = before.map(Reader::version).orElse(0L);
            if (expected != null && expected != version) {
                throw ReaderProblems.changedMeanwhile(version);
            }
            if (before.isPresent() && before.get().settings().equals(settings)) {
                return before.get();
            }
            Instant now = Times.now(clock);
            Reader after = before.map(known -> known.with(settings, now))
                    .orElseGet(() -> Reader.first(readerId, settings, now));
            if (!store.save(tx, after)) {
                throw ReaderProblems.changedMeanwhile(version + 1);
            }
            tell(tx, ReaderEvents.settings(after));
            if (before.isEmpty()) {
                AsSystem.fromHereOn(tx);
                store.lastScanThatWaits(tx, readerId, after.changed())
                        .ifPresent(at -> tell(tx, ReaderEvents.heard(after, at, after.changed())));
            }
            return after;
        });
    }

    /** Where a registered reader stands. */
    public Optional<String> buildingOf(String readerId) {
        return jdbi.withHandle(handle -> store.find(handle, readerId))
                .map(reader -> reader.settings().buildingId());
    }

    /** A reader with what was heard from it. */
    public ReaderStatus status(String readerId) {
        return contacts.status(readerId).orElseThrow(() -> ReaderProblems.notRegistered(readerId));
    }

    /** Registered readers by id, after the given one. */
    public List<ReaderStatus> list(String after, int limit) {
        return contacts.list(after, limit);
    }

    /**
     * Tells the others of a heartbeat; a return means that the broker acknowledged. The same one again changes nothing, and one
     * by a clock that cannot be right is refused (422).
     */
    public void heartbeat(String readerId, Heartbeat beat) {
        Instant now = Times.now(clock);
        if (!beat.isCredible(now)) {
            throw ReaderProblems.incredibleClock();
        }
        Reader reader = jdbi.withHandle(handle -> store.find(handle, readerId))
                .orElseThrow(() -> ReaderProblems.notRegistered(readerId));
        publisher.publish(List.of(envelope.of(Topics.READERS, ReaderEvents.heartbeat(reader, beat, now))));
        contacts.heartbeat(readerId, beat, now);
    }

    private void tell(Handle tx, ReaderChanged event) {
        OutgoingEvent outgoing = envelope.of(Topics.READERS, event);
        outbox.add(tx, List.of(outgoing));
    }
}
