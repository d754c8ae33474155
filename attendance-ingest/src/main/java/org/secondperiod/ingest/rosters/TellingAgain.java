package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Encrypted;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.ingest.rosters.db.Sealed;
import org.secondperiod.ingest.rosters.db.SealedRows;
import org.secondperiod.ingest.rosters.db.ToldStudents;
import org.secondperiod.ingest.rosters.db.ToldStudents.LastPerson;
import org.secondperiod.ingest.rosters.db.ToldStudents.Versioned;
import org.secondperiod.ingest.rosters.kafka.RosterEvents;
import org.secondperiod.ingest.rosters.people.Person;
import org.secondperiod.kit.cipher.KeyRing;
import org.secondperiod.kit.cipher.PeopleCipher;
import org.secondperiod.kit.cipher.UndecipherableException;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.time.Times;

/** Tells people again as they were told last, under the current key and as a new version. */
@ApplicationScoped
public class TellingAgain {

    private static final Logger LOG = Logger.getLogger(TellingAgain.class);

    private final Clock clock;
    private final KeyRing ring;
    private final PeopleCipher people;
    private final ToldStudents told;
    private final Sealed sealed;
    private final RosterEvents events;
    private final Outbox outbox;

    TellingAgain(
            Clock clock,
            KeyRing ring,
            PeopleCipher people,
            ToldStudents told,
            Sealed sealed,
            RosterEvents events,
            Outbox outbox) {
        this.clock = clock;
        this.ring = ring;
        this.people = people;
        this.told = told;
        this.sealed = sealed;
        this.events = events;
        this.outbox = outbox;
    }

    /** A person as it lies on the topic. */
    public record OnTopic(String studentId, Encrypted value) {

        long version() {
            return value.version() == null ? 0 : value.version();
        }

        LastPerson found() {
            return new LastPerson(value.keyId(), version());
        }
    }

    /**
     * Tells those of whom the value is what was told last, and under another key. A value that was superseded meanwhile tells
     * nothing. Where nobody knows as which version somebody was told last, the value says it, if it has the content that is known.
     *
     * @param values in the order of the topic
     * @return how many were told
     */
    public int tell(Handle tx, List<OnTopic> values) {
        Instant now = Times.now(clock);
        Map<String, Versioned> last =
                told.lock(tx, values.stream().map(OnTopic::studentId).distinct().toList());
        Map<String, Versioned> toSave = new TreeMap<>();
        List<OutgoingEvent> toSend = new ArrayList<>();
        for (OnTopic value : values) {
            Versioned before = last.get(value.studentId());
            if (before == null || before.told().personMark() == null || isNothingNew(value, before.person())) {
                continue;
            }
            Person person = person(value);
            if (person == null || !isWhatWasTold(value, person, before)) {
                continue;
            }
            Versioned again = before.as(before.version(), value.found());
            if (!value.value().keyId().equals(ring.current())) {
                long next = before.version() + 1;
                again = before.as(next, new LastPerson(ring.current(), next));
                toSend.add(events.again(value.studentId(), person, next, now));
            }
            last.put(value.studentId(), again);
            toSave.put(value.studentId(), again);
        }
        if (!toSave.isEmpty()) {
            told.save(tx, List.copyOf(toSave.values()), now);
            outbox.add(tx, toSend);
        }
        return toSend.size();
    }

    /** It was superseded, or is known to be under the current key. */
    private boolean isNothingNew(OnTopic value, @Nullable LastPerson last) {
        return last != null
                && (value.version() < last.version()
                        || (value.found().equals(last) && last.keyId().equals(ring.current())));
    }

    private @Nullable Person person(OnTopic value) {
        try {
            PersonChanged event = people.read(value.studentId(), value.value());
            return new Person(
                    event.givenName(),
                    event.familyName(),
                    event.preferredName(),
                    event.pronunciation(),
                    event.language(),
                    event.phones(),
                    event.contacts(),
                    event.ofAge());
        } catch (UndecipherableException e) {
            LOG.debugf("A person stays as it was told: studentId=%s", value.studentId());
            return null;
        }
    }

    private boolean isWhatWasTold(OnTopic value, Person person, Versioned before) {
        LastPerson known = before.person();
        return (known != null && known.version() == value.version())
                || sealed.mark(SealedRows.student(value.studentId()), person)
                        .equals(before.told().personMark());
    }
}
