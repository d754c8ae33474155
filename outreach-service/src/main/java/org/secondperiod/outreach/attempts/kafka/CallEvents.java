package org.secondperiod.outreach.attempts.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.NextStep;
import org.secondperiod.outreach.attempts.RootCause;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.facts.EventIds;

/** Makes {@link CallLogged}. The same version of an attempt always has the same event id. */
@ApplicationScoped
public class CallEvents {

    private final EventEnvelope envelope;

    CallEvents(EventEnvelope envelope) {
        this.envelope = envelope;
    }

    /**
     * The event for an attempt as it is now; none for a conversation about a student whom nobody was to call.
     *
     * @param cause what is said to be at the root; null: nobody has said
     */
    public List<OutgoingEvent> logged(Attempt attempt, @Nullable RootCause cause) {
        return attempt.taskId() == null
                ? List.of()
                : List.of(envelope.of(Topics.CALLS, event(attempt, attempt.taskId(), cause)));
    }

    private static CallLogged event(Attempt attempt, String taskId, @Nullable RootCause cause) {
        Said said = attempt.said();
        return new CallLogged(
                EventIds.of("call", attempt.attemptId(), attempt.version()),
                attempt.attemptId(),
                taskId,
                attempt.of().student().value(),
                attempt.of().school().value(),
                attempt.of().day().date(),
                CallLogged.Outcome.valueOf(said.outcome().name()),
                said.result() == null
                        ? null
                        : CallLogged.Result.valueOf(said.result().name()),
                said.reason() == null ? null : said.reason().code(),
                attempt.calledBy(),
                attempt.startedAt(),
                attempt.version(),
                attempt.changedAt(),
                CallLogged.Channel.valueOf(attempt.channel().name()),
                attempt.callId(),
                said.flags().isEmpty()
                        ? null
                        : said.flags().stream().map(Enum::name).sorted().toList(),
                said.comingBy(),
                nextStep(said.nextStep()),
                attempt.error() == null ? null : attempt.error().cause().name(),
                attempt.undoneAt() == null ? null : true,
                cause == null ? null : CallLogged.RootCause.valueOf(cause.name()));
    }

    private static @Nullable String nextStep(@Nullable NextStep step) {
        return step == null || step == NextStep.NONE ? null : step.name();
    }
}
