package org.secondperiod.reporting.outreach.kafka;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.CallLogged;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.outreach.Call;
import org.secondperiod.reporting.outreach.CallTask;
import org.secondperiod.reporting.outreach.Whereabouts;

/** From events to what this service keeps of them. */
final class OutreachFromEvents {

    private static final Set<CallTaskChanged.State> ENDED = EnumSet.of(
            CallTaskChanged.State.DONE,
            CallTaskChanged.State.ARRIVED,
            CallTaskChanged.State.WITHDRAWN,
            CallTaskChanged.State.EXPIRED);

    private static final Set<WhereaboutsChanged.State> LOOKED_AT = EnumSet.of(
            WhereaboutsChanged.State.SEEN_IN_SCHOOL,
            WhereaboutsChanged.State.IN_BUILDING,
            WhereaboutsChanged.State.ARRIVED,
            WhereaboutsChanged.State.HELD,
            WhereaboutsChanged.State.UNACCOUNTED);

    private static final Set<WhereaboutsChanged.State> HERE = EnumSet.of(
            WhereaboutsChanged.State.NOT_ABSENT,
            WhereaboutsChanged.State.SEEN_IN_SCHOOL,
            WhereaboutsChanged.State.IN_BUILDING,
            WhereaboutsChanged.State.ARRIVED);

    private OutreachFromEvents() {}

    static Call call(CallLogged event) {
        return new Call(
                event.callId(),
                event.version(),
                event.taskId(),
                new StudentDay(event.studentId(), event.schoolId(), event.schoolDay()),
                event.outcome().name(),
                event.result() == null ? null : event.result().name(),
                event.reasonToday(),
                event.calledBy(),
                event.calledAt(),
                event.channel() == null || event.channel() == CallLogged.Channel.OUTGOING_CALL,
                event.comingBy(),
                event.inError(),
                Boolean.TRUE.equals(event.undone()),
                event.channel() == null ? null : event.channel().name(),
                event.nextStep(),
                event.rootCause() == null ? null : event.rootCause().name());
    }

    static CallTask task(CallTaskChanged event) {
        return new CallTask(
                event.taskId(),
                event.version(),
                new StudentDay(event.studentId(), event.schoolId(), event.schoolDay()),
                event.state().name(),
                ENDED.contains(event.state()),
                event.recordedAt(),
                event.arrivedAt(),
                event.draw() == null
                        ? null
                        : new CallTask.Draw(
                                event.draw().band().name(), event.draw().place()));
    }

    static Whereabouts whereabouts(WhereaboutsChanged event) {
        boolean held = event.state() == WhereaboutsChanged.State.HELD;
        return new Whereabouts(
                new StudentDay(event.studentId(), event.schoolId(), event.schoolDay()),
                event.version(),
                event.state().name(),
                event.cutOff(),
                hereAt(event),
                LOOKED_AT.contains(event.state()),
                event.state() == WhereaboutsChanged.State.IN_BUILDING,
                held && "DOOR_FEED_SILENT".equals(event.reason()),
                held && "ATTENDANCE_NOT_TAKEN".equals(event.reason()));
    }

    private static @Nullable Instant hereAt(WhereaboutsChanged event) {
        if (!HERE.contains(event.state())) {
            return null;
        }
        return event.scanAt() == null ? event.since() : event.scanAt();
    }
}
