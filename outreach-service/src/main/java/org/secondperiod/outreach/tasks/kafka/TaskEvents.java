package org.secondperiod.outreach.tasks.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.draw.Drawn;
import org.secondperiod.outreach.facts.EventIds;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.tasks.TaskState;
import org.secondperiod.outreach.tasks.TaskStep;

/** Makes {@link CallTaskChanged}. The same step always has the same event id. */
@ApplicationScoped
public class TaskEvents {

    private final EventEnvelope envelope;

    TaskEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /** The event for a step. @param drawn where a task that opens stands in the drawn order; null: nothing is drawn */
    public OutgoingEvent changed(TaskStep step, @Nullable Drawn drawn, Instant now) {
        StoredTask after = step.after();
        return envelope.of(
                Topics.CALL_TASKS,
                new CallTaskChanged(
                        EventIds.of("call-task", after.taskId(), after.version()),
                        after.taskId(),
                        after.of().student().value(),
                        after.of().school().value(),
                        after.of().day().date(),
                        state(after.task().state()),
                        step.before() == null ? null : state(step.before()),
                        step.reason(),
                        after.task().weakEvidence(),
                        after.task().flag() != null,
                        after.claimedBy(),
                        after.task().arrivedAt(),
                        after.version(),
                        now,
                        after.outlook().callAgainAt(),
                        after.outlook().expectedBy(),
                        drawn == null ? null : draw(drawn)));
    }

    private static CallTaskChanged.Draw draw(Drawn drawn) {
        return new CallTaskChanged.Draw(
                CallTaskChanged.Band.valueOf(drawn.band().name()), drawn.place());
    }

    private static CallTaskChanged.State state(TaskState state) {
        return CallTaskChanged.State.valueOf(state.name());
    }
}
