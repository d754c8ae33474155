package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.StudentId;

/**
 * A sighting as it was entered.
 *
 * @param note for the school's people only
 * @param restricted the note is about health or safety, and only for who has the right to read those
 * @param enteredBy whose credential it was
 */
public record Sighting(
        StudentDay of,
        SightingFact fact,
        @Nullable String note,
        boolean restricted,
        String enteredBy,
        Instant recordedAt) {

    public StudentId student() {
        return of.student();
    }

    /** Whether it says the same, whoever entered it and whenever. */
    public boolean saysTheSameAs(Sighting other) {
        return of.equals(other.of)
                && fact.equals(other.fact)
                && Objects.equals(note, other.note)
                && restricted == other.restricted;
    }
}
