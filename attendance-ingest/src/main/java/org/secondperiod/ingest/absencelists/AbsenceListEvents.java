package org.secondperiod.ingest.absencelists;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.absencelists.AbsenceList.Row;
import org.secondperiod.ingest.codes.AttendanceCodes;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Makes the events of a list: a mark for each row, and where the list is complete, that attendance was taken. */
@ApplicationScoped
class AbsenceListEvents {

    /** Before who told it, so that nobody takes a mark by hand for one of a feed. */
    private static final String BY_HAND = "by-hand:";

    private final EventEnvelope envelope;

    AbsenceListEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /**
     * The events.
     *
     * @param takenAt what they are ordered by among other marks
     * @param subject who tells it
     */
    List<OutgoingEvent> of(AbsenceList list, AttendanceCodes codes, Instant takenAt, String subject, Instant now) {
        var source = BY_HAND + subject;
        var events = new ArrayList<OutgoingEvent>();
        for (var row : list.rows().stream().distinct().toList()) {
            var meaning = Objects.requireNonNull(codes.meaning(list.school(), row.code()));
            events.add(envelope.of(Topics.MARKS, mark(list, row, meaning, takenAt, source, now)));
        }
        if (list.complete()) {
            list.rows().stream()
                    .map(Row::period)
                    .distinct()
                    .map(period -> envelope.of(Topics.TAKEN, taken(list, period, takenAt, source, now)))
                    .forEach(events::add);
        }
        return events;
    }

    private static AbsenceMark mark(
            AbsenceList list, Row row, CodeMeaning meaning, Instant takenAt, String source, Instant now) {
        var deleted = list.withdraws() != null;
        var id = ContentId.of(
                "absence-mark-by-hand",
                row.studentId(),
                list.school(),
                list.day(),
                row.period(),
                row.code(),
                takenAt.toEpochMilli(),
                deleted);
        return new AbsenceMark(
                id.text(),
                null,
                row.studentId(),
                list.school().value(),
                list.day().date(),
                row.period(),
                row.code(),
                meaning.category(),
                meaning.reason(),
                takenAt,
                0,
                deleted,
                source,
                now);
    }

    private static AttendanceTaken taken(AbsenceList list, String period, Instant takenAt, String source, Instant now) {
        var deleted = list.withdraws() != null;
        var id = ContentId.of(
                "attendance-taken-by-hand", list.school(), list.day(), period, takenAt.toEpochMilli(), deleted);
        return new AttendanceTaken(
                id.text(), list.school().value(), list.day().date(), period, null, takenAt, 0, deleted, source, now);
    }
}
