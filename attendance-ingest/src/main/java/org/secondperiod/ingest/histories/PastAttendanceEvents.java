package org.secondperiod.ingest.histories;

import jakarta.enterprise.context.ApplicationScoped;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.ingest.histories.PastMark.Marked;
import org.secondperiod.ingest.histories.PastMark.OnDay;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Makes events of past attendance. What is told again after an interruption has the same ids. */
@ApplicationScoped
class PastAttendanceEvents {

    private static final String WHOLE_DAY = "day";

    private final EventEnvelope envelope;

    PastAttendanceEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    OutgoingEvent mark(HistoryRow of, PastMark past, Marked marked, CodeMeaning meaning) {
        return envelope.of(
                Topics.MARKS,
                new AbsenceMark(
                        ContentId.of(
                                        "past-mark",
                                        marked.studentId(),
                                        past.school(),
                                        past.day(),
                                        marked.period(),
                                        marked.code(),
                                        marked.takenAt().toEpochMilli())
                                .text(),
                        null,
                        marked.studentId(),
                        past.school().value(),
                        past.day().date(),
                        marked.period(),
                        marked.code(),
                        meaning.category(),
                        meaning.reason(),
                        marked.takenAt(),
                        0,
                        false,
                        of.requestedBy(),
                        of.receivedAt(),
                        true));
    }

    OutgoingEvent submitted(HistoryRow of, OnDay past) {
        return envelope.of(
                Topics.TAKEN,
                new AttendanceTaken(
                        ContentId.of(
                                        "past-day",
                                        past.school(),
                                        past.day(),
                                        of.receivedAt().toEpochMilli())
                                .text(),
                        past.school().value(),
                        past.day().date(),
                        WHOLE_DAY,
                        null,
                        of.receivedAt(),
                        0,
                        false,
                        of.requestedBy(),
                        of.receivedAt(),
                        true));
    }
}
