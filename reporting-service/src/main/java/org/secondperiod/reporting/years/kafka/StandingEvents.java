package org.secondperiod.reporting.years.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.StandingChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Standing;
import org.secondperiod.reporting.years.Told;

/** Makes {@link StandingChanged}. The same version of a student's standing always has the same event id. */
@ApplicationScoped
public class StandingEvents {

    private final EventEnvelope envelope;

    StandingEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    public OutgoingEvent of(Told told, Instant now) {
        Standing standing = told.standing();
        AbsencesLeft left = standing.left();
        return envelope.of(
                Topics.STANDING,
                new StandingChanged(
                        ContentId.of("standing", told.studentId(), told.version())
                                .text(),
                        told.studentId(),
                        standing.schoolId(),
                        standing.asOf(),
                        standing.count().enrolledHalfDays(),
                        standing.count().absentHalfDays(),
                        band(standing.band()),
                        left == null ? null : left.halfDays(),
                        left == null ? null : left.canEndBelowChronic(),
                        standing.run(),
                        standing.lastTwenty(),
                        told.version(),
                        now));
    }

    private static StandingChanged.@Nullable Band band(@Nullable Band band) {
        return band == null ? null : StandingChanged.Band.valueOf(band.name());
    }
}
