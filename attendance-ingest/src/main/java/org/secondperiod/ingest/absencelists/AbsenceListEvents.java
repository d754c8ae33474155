package org.secondperiod.ingest.absencelists;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.absencelists.TakingBack.Change;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;

/** Makes the events of lists. */
@ApplicationScoped
class AbsenceListEvents {

    /** Before who told it, so that nobody takes a mark by hand for one of a feed. */
    private static final String BY_HAND = "by-hand:";

    private final EventEnvelope envelope;
    private final CodesInForce codes;

    AbsenceListEvents(EventEnvelope envelope, CodesInForce codes) {
        this.envelope = envelope;
        this.codes = codes;
    }

    /**
     * A mark as it is from now on. One whose code has lost its meaning since it was told is a question, as a feed's would be.
     *
     * @param subject who tells it
     */
    OutgoingEvent mark(KeptList list, Change change, String subject, Instant now) {
        var meaning = Optional.ofNullable(codes.get().meaning(list.school(), change.code()))
                .orElse(CodeMeaning.UNKNOWN);
        var place = change.place();
        var id = ContentId.of(
                "absence-mark-by-hand",
                place.studentId(),
                list.school(),
                list.day(),
                place.period(),
                change.code(),
                change.takenAt().toEpochMilli(),
                change.withdrawn());
        return envelope.of(
                Topics.MARKS,
                new AbsenceMark(
                        id.text(),
                        null,
                        place.studentId(),
                        list.school().value(),
                        list.day().date(),
                        place.period(),
                        change.code(),
                        meaning.category(),
                        meaning.reason(),
                        change.takenAt(),
                        0,
                        change.withdrawn(),
                        BY_HAND + subject,
                        now));
    }

    /** That attendance was taken in the whole school, or no longer counts as taken. */
    OutgoingEvent taken(KeptList list, String period, Instant takenAt, boolean withdrawn, String subject, Instant now) {
        var id = ContentId.of(
                "attendance-taken-by-hand", list.school(), list.day(), period, takenAt.toEpochMilli(), withdrawn);
        return envelope.of(
                Topics.TAKEN,
                new AttendanceTaken(
                        id.text(),
                        list.school().value(),
                        list.day().date(),
                        period,
                        null,
                        takenAt,
                        0,
                        withdrawn,
                        BY_HAND + subject,
                        now));
    }
}
