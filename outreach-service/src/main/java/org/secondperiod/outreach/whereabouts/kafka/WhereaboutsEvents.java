package org.secondperiod.outreach.whereabouts.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.whereabouts.Conclusion;
import org.secondperiod.outreach.whereabouts.State;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
import org.secondperiod.outreach.whereabouts.db.WhereaboutsStore.Concluded;

/** Makes {@link WhereaboutsChanged}. The same change always has the same event id. */
@ApplicationScoped
public class WhereaboutsEvents {

    private final EventEnvelope envelope;

    WhereaboutsEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The event for a conclusion that is another than {@code previous}. */
    public OutgoingEvent changed(Concluded concluded, @Nullable Conclusion previous, DayPlan plan, Instant now) {
        StudentAtSchool of = concluded.of();
        Conclusion conclusion = concluded.conclusion();
        return envelope.of(
                Topics.WHEREABOUTS,
                new WhereaboutsChanged(
                        EventIds.of("whereabouts", of.student(), of.school(), of.day(), concluded.version()),
                        of.student().value(),
                        of.school().value(),
                        of.day().date(),
                        state(conclusion.state()),
                        conclusion.rule(),
                        conclusion.reason(),
                        concluded.since(),
                        previous == null ? null : state(previous.state()),
                        conclusion.markPeriod(),
                        conclusion.scanAt(),
                        conclusion.leftAt(),
                        plan instanceof DayPlan.Open open ? open.cutOff() : null,
                        concluded.version(),
                        now));
    }

    private static WhereaboutsChanged.State state(State state) {
        return WhereaboutsChanged.State.valueOf(state.name());
    }
}
