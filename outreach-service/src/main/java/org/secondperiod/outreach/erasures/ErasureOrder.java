package org.secondperiod.outreach.erasures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order to erase a student.
 *
 * @param sentAt when it went out to the services; none while a legal hold keeps the student
 */
public record ErasureOrder(
        String orderId,
        String studentId,
        String orderedBy,
        Instant orderedAt,
        String why,
        @Nullable Instant sentAt) {

    /** Who has to report before it is done: every service that has a database. */
    public static final List<String> SERVICES =
            List.of("attendance-ingest", "building-entry", "outreach-service", "reporting-service");

    /** How far it is. */
    public enum State {
        /** A legal hold keeps the student, here or in a service. */
        WAITING,
        /** It went out, and not every service has reported. */
        UNDER_WAY,
        /** Every service has erased the student. */
        ERASED
    }

    /**
     * What a service has reported last.
     *
     * @param held a legal hold keeps the records there
     */
    public record Report(String service, boolean held, List<Erased> classes, long version, Instant at) {}

    /** How many records of a class were erased. */
    public record Erased(String recordClass, long records) {}

    public ErasureOrder sent(Instant at) {
        return new ErasureOrder(orderId, studentId, orderedBy, orderedAt, why, at);
    }

    /** How far it is, by what was reported. */
    public State state(List<Report> reports) {
        if (sentAt == null || reports.stream().anyMatch(Report::held)) {
            return State.WAITING;
        }
        return reports.stream().map(Report::service).toList().containsAll(SERVICES) ? State.ERASED : State.UNDER_WAY;
    }

    /** When the last service was done; empty while one is not. */
    public Optional<Instant> erasedAt(List<Report> reports) {
        return state(reports) == State.ERASED
                ? reports.stream().map(Report::at).max(Instant::compareTo)
                : Optional.empty();
    }
}
