package org.secondperiod.ingest.rosters.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.rosters.people.Enrolments;
import org.secondperiod.ingest.rosters.people.Person;
import org.secondperiod.ingest.rosters.people.ProfileChange;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Tells what changed of a student: enrolments, person, or both, under one version; or that the student is to be forgotten. */
@ApplicationScoped
public class RosterEvents {

    private final EventEnvelope envelope;

    RosterEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    public List<OutgoingEvent> of(ProfileChange change, long version, Instant now) {
        String studentId = change.studentId();
        if (change.erases()) {
            return List.of(
                    envelope.tombstone(Topics.ENROLMENTS, studentId), envelope.tombstone(Topics.PEOPLE, studentId));
        }
        List<OutgoingEvent> events = new ArrayList<>(2);
        if (change.enrolmentsChanged()) {
            events.add(envelope.of(
                    Topics.ENROLMENTS, enrolments(studentId, change.now().enrolments(), version, now)));
        }
        Person person = change.person();
        if (change.personChanged() && person != null) {
            events.add(envelope.of(Topics.PEOPLE, person(studentId, person, version, now)));
        }
        return events;
    }

    /** A person once more, as another version. */
    public OutgoingEvent again(String studentId, Person person, long version, Instant now) {
        return envelope.of(Topics.PEOPLE, person(studentId, person, version, now));
    }

    private static EnrolmentsChanged enrolments(String studentId, Enrolments told, long version, Instant now) {
        return new EnrolmentsChanged(
                eventId("enrolments", studentId, version),
                studentId,
                told.all(),
                told.badges(),
                told.groups(),
                version,
                now);
    }

    private static PersonChanged person(String studentId, Person told, long version, Instant now) {
        return new PersonChanged(
                eventId("person", studentId, version),
                studentId,
                told.givenName(),
                told.familyName(),
                told.preferredName(),
                told.pronunciation(),
                told.language(),
                told.phones(),
                told.contacts(),
                told.ofAge(),
                version,
                now);
    }

    /** A student's version is told once, so it names the event; content must not, for the id travels unencrypted. */
    private static String eventId(String kind, String studentId, long version) {
        String identity = kind + "|" + studentId + "|" + version;
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
