package org.secondperiod.ingest.taken;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.ingest.intake.FactReader;
import org.secondperiod.ingest.intake.IncomingFact;
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
import org.secondperiod.kit.time.Times;

/** Makes an event of a submission whose school is set up; any other one waits. */
@ApplicationScoped
public class TakenReader implements FactReader, Reviver {

    private final KnownSchools schools;
    private final RungPeriods rung;
    private final EventEnvelope envelope;
    private final Clock clock;

    TakenReader(KnownSchools schools, RungPeriods rung, EventEnvelope envelope, Clock clock) {
        this.schools = schools;
        this.rung = rung;
        this.envelope = envelope;
        this.clock = clock;
    }

    @Override
    public Columns columns() {
        return SubmissionLine.COLUMNS;
    }

    @Override
    public IncomingFact read(BulkLine line, Sender sender, @Nullable String batchId) {
        var now = Times.now(clock);
        var submission = SubmissionLine.read(line, sender, now);
        return fact(line, submission, sender, batchId, now)
                .with(Remark.onPeriod(rung, submission.school(), submission.period()));
    }

    private IncomingFact fact(
            BulkLine line, Submission submission, Sender sender, @Nullable String batchId, Instant now) {
        var content = submission.content();
        var obstacle = obstacle(submission);
        if (obstacle == null) {
            return IncomingFact.sent(
                    line.number(), content.text(), content, null, event(submission, sender.subject(), now));
        }
        return IncomingFact.waiting(
                line.number(),
                content,
                null,
                new Waiting(
                        content.text(),
                        FactKind.ATTENDANCE_TAKEN,
                        obstacle.kind(),
                        submission.school().value(),
                        obstacle.code(),
                        obstacle.words(),
                        new String(EventJson.write(TakenBody.of(submission)), UTF_8),
                        line.raw(),
                        sender.subject(),
                        now,
                        batchId,
                        batchId == null ? null : line.number()),
                null);
    }

    @Override
    public FactKind fact() {
        return FactKind.ATTENDANCE_TAKEN;
    }

    @Override
    public Revived revive(Waiting waiting) {
        var submission = submission(waiting);
        var obstacle = obstacle(submission);
        return obstacle == null
                ? Revived.as(event(submission, waiting.subject(), waiting.receivedAt()))
                : Revived.waiting(obstacle);
    }

    private @Nullable WaitingReason obstacle(Submission submission) {
        return schools.has(submission.school()) ? null : WaitingReason.unknownSchool();
    }

    private OutgoingEvent event(Submission submission, String subject, Instant recordedAt) {
        return envelope.of(
                Topics.TAKEN,
                new AttendanceTaken(
                        submission.content().text(),
                        submission.school().value(),
                        submission.day().date(),
                        submission.period(),
                        submission.classId(),
                        submission.takenAt(),
                        submission.version(),
                        submission.deleted(),
                        subject,
                        recordedAt));
    }

    private static Submission submission(Waiting waiting) {
        return EventJson.read(waiting.content().getBytes(UTF_8), TakenBody.class)
                .submission();
    }
}
