package org.secondperiod.ingest.marks;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.codes.CodeMeaning;
import org.secondperiod.ingest.codes.CodesInForce;
import org.secondperiod.ingest.intake.FactReader;
import org.secondperiod.ingest.intake.IncomingFact;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.intake.Remark;
import org.secondperiod.ingest.intake.Sender;
import org.secondperiod.ingest.quarantine.Revived;
import org.secondperiod.ingest.quarantine.Reviver;
import org.secondperiod.ingest.quarantine.Waiting;
import org.secondperiod.ingest.quarantine.Waiting.FactKind;
import org.secondperiod.ingest.quarantine.WaitingReason;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.ingest.schools.RungPeriods;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;

/**
 * Makes an event of a mark whose school is set up. One whose code nobody has mapped goes out as a question, with the category
 * UNKNOWN and an id of its own, and waits for its meaning; a withdrawal needs none. One of an unknown school only waits.
 */
@ApplicationScoped
public class MarkReader implements FactReader, Reviver {

    private final CodesInForce codes;
    private final KnownSchools schools;
    private final RungPeriods rung;
    private final EventEnvelope envelope;
    private final Clock clock;
    private final ErasedStudents erased;

    MarkReader(
            CodesInForce codes,
            KnownSchools schools,
            RungPeriods rung,
            EventEnvelope envelope,
            Clock clock,
            ErasedStudents erased) {
        this.codes = codes;
        this.schools = schools;
        this.rung = rung;
        this.envelope = envelope;
        this.clock = clock;
        this.erased = erased;
    }

    @Override
    public Columns columns() {
        return MarkLine.COLUMNS;
    }

    @Override
    public IncomingFact read(BulkLine line, Sender sender, @Nullable String batchId) {
        var now = Times.now(clock);
        var mark = MarkLine.read(line, sender, now);
        if (erased.contains(mark.student().value())) {
            throw Lines.ofAnErasedStudent(line);
        }
        return fact(line, mark, sender, batchId, now).with(Remark.onPeriod(rung, mark.school(), mark.period()));
    }

    private IncomingFact fact(BulkLine line, Mark mark, Sender sender, @Nullable String batchId, Instant now) {
        var content = mark.content();
        var eventId = mark.eventId(sender.subject(), content);
        var ownId = mark.ownId(content);
        var outcome = outcome(mark, eventId, sender.subject(), now);
        var obstacle = outcome.obstacle();
        if (obstacle == null) {
            return IncomingFact.sent(line.number(), eventId, content, ownId, Objects.requireNonNull(outcome.event()));
        }
        return IncomingFact.waiting(
                line.number(),
                content,
                ownId,
                new Waiting(
                        eventId,
                        FactKind.ABSENCE_MARK,
                        obstacle.kind(),
                        mark.school().value(),
                        obstacle.code(),
                        obstacle.words(),
                        new String(EventJson.write(MarkBody.of(mark)), UTF_8),
                        line.raw(),
                        sender.subject(),
                        now,
                        batchId,
                        batchId == null ? null : line.number()),
                outcome.event());
    }

    @Override
    public FactKind fact() {
        return FactKind.ABSENCE_MARK;
    }

    @Override
    public Revived revive(Waiting waiting) {
        return outcome(mark(waiting), waiting.eventId(), waiting.subject(), waiting.receivedAt());
    }

    private Revived outcome(Mark mark, String eventId, String subject, Instant receivedAt) {
        if (!schools.has(mark.school())) {
            return Revived.waiting(WaitingReason.unknownSchool());
        }
        var meaning = codes.get().meaning(mark.school(), mark.code());
        if (meaning != null) {
            return Revived.as(event(mark, meaning, eventId, subject, receivedAt));
        }
        if (mark.deleted()) {
            return Revived.as(event(mark, CodeMeaning.UNKNOWN, eventId, subject, receivedAt));
        }
        return Revived.waiting(
                WaitingReason.unmappedCode(mark.code()),
                event(mark, CodeMeaning.UNKNOWN, Mark.questionId(eventId), subject, receivedAt));
    }

    private OutgoingEvent event(Mark mark, CodeMeaning meaning, String eventId, String subject, Instant recordedAt) {
        return envelope.of(
                Topics.MARKS,
                new AbsenceMark(
                        eventId,
                        mark.markId(),
                        mark.student().value(),
                        mark.school().value(),
                        mark.day().date(),
                        mark.period(),
                        mark.code(),
                        meaning.category(),
                        meaning.reason(),
                        mark.takenAt(),
                        mark.version(),
                        mark.deleted(),
                        subject,
                        recordedAt));
    }

    private static Mark mark(Waiting waiting) {
        return EventJson.read(waiting.content().getBytes(UTF_8), MarkBody.class).mark();
    }
}
