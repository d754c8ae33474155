package org.secondperiod.kit.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PersonChanged;
import org.secondperiod.events.QuickTimes;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topic;
import org.secondperiod.kit.cipher.PeopleCipher;

/** Puts events into their envelope: CloudEvents 1.0 in Kafka's binary mode. People are encrypted on the way. */
@ApplicationScoped
public class EventEnvelope {

    private final String source;
    private final PeopleCipher people;

    EventEnvelope(
            @ConfigProperty(name = "secondperiod.district.id") String district,
            @ConfigProperty(name = "quarkus.application.name") String service,
            PeopleCipher people) {
        this.source = "/districts/%s/%s".formatted(district, service);
        this.people = people;
    }

    /** The record that carries the event. */
    public <T extends Event> OutgoingEvent of(Topic<T> topic, T event) {
        var value =
                event instanceof PersonChanged person ? EventJson.write(people.write(person)) : EventJson.write(event);
        return new OutgoingEvent(topic.name(), topic.key().apply(event), value, headers(topic, event));
    }

    /** The record that says that a compacted topic's key is gone. */
    public OutgoingEvent tombstone(Topic<?> topic, String key) {
        return new OutgoingEvent(topic.name(), key, null, Map.of());
    }

    private <T extends Event> Map<String, String> headers(Topic<T> topic, T event) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                event.eventId(),
                "ce_source",
                source,
                "ce_type",
                topic.eventType(),
                "ce_time",
                QuickTimes.text(occurredAt(event)),
                "content-type",
                "application/json");
    }

    private static Instant occurredAt(Event event) {
        return switch (event) {
            case AbsenceMark mark -> mark.takenAt();
            case AttendanceTaken taken -> taken.takenAt();
            case Scan scan -> scan.scannedAt();
            case ReaderChanged reader -> reader.at();
            case CallLogged call -> call.calledAt();
            default -> event.recordedAt();
        };
    }
}
