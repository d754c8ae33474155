package org.secondperiod.ingest.knownabsences;

import org.jspecify.annotations.Nullable;
import org.secondperiod.events.KnownAbsence.Reason;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/**
 * A known absence.
 *
 * @param school none means all of the student's schools
 * @param detail in the clear; it is encrypted before it leaves memory
 * @param version none means: the one after the last
 */
public record Declared(
        String absenceId,
        StudentId student,
        @Nullable SchoolId school,
        Reason reason,
        Span span,
        @Nullable String detail,
        @Nullable Long version,
        boolean deleted) {

    /** The same with its version known. */
    public Declared at(long newVersion) {
        return new Declared(absenceId, student, school, reason, span, detail, newVersion, deleted);
    }

    /** Whether it says the same, whatever the version. */
    boolean saysWhat(Declared other) {
        return at(0).equals(other.at(0));
    }

    /** The event's id. */
    public String eventId() {
        return ContentId.of("known-absence", absenceId, version).text();
    }

    /** Shows no detail, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "Declared[absenceId=%s, version=%s]".formatted(absenceId, version);
    }
}
