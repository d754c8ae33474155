package org.secondperiod.system.histories;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topic;
import org.secondperiod.local.oracle.Accepted;

/**
 * Something is told.
 *
 * @param at when it becomes known
 * @param topic the topic's name, or {@code sighting}, {@code hold-decision}
 * @param key the record's key
 * @param fact an event, a {@link StaffSaw} or a {@link LeadDecided}
 */
public record Told(Instant at, String topic, String key, Object fact) {

    public static <T extends Event> Told of(Instant at, Topic<T> topic, T event) {
        return new Told(at, topic.name(), topic.key().apply(event), event);
    }

    static Told of(Instant at, StaffSaw seen) {
        return new Told(at, "sighting", seen.studentId(), seen);
    }

    static Told of(Instant at, LeadDecided decision) {
        return new Told(at, "hold-decision", decision.schoolId(), decision);
    }

    /** Told once more, later. */
    public Told again(Instant later) {
        return new Told(later, topic, key, fact);
    }

    boolean isEvent() {
        return fact instanceof Event;
    }

    public byte[] json() {
        return EventJson.write(fact);
    }

    public Accepted accepted() {
        return new Accepted(topic, new String(json(), StandardCharsets.UTF_8), at);
    }
}
