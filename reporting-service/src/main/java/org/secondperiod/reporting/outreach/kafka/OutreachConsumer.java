package org.secondperiod.reporting.outreach.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.Ids;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.records.Retention;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.outreach.Call;
import org.secondperiod.reporting.outreach.CallTask;
import org.secondperiod.reporting.outreach.Whereabouts;
import org.secondperiod.reporting.outreach.db.OutreachStore;
import org.secondperiod.reporting.records.ReportingRecords;

/** Reads what outreach tells. The latest version of each fact is kept, and the days that it concerns are added up again. */
@ApplicationScoped
public class OutreachConsumer implements BatchHandler {

    /** The consumer's name and Kafka group. */
    public static final String NAME = "reporting-outreach";

    private final FencedConsumers consumers;
    private final OutreachStore store;
    private final Clock clock;
    private final Retention retention;
    private final ErasedStudents erased;

    OutreachConsumer(
            FencedConsumers consumers, OutreachStore store, Clock clock, Retention retention, ErasedStudents erased) {
        this.consumers = consumers;
        this.store = store;
        this.clock = clock;
        this.retention = retention;
        this.erased = erased;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, List.of(Topics.CALLS, Topics.CALL_TASKS, Topics.WHEREABOUTS), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        LocalDate firstKept = retention.firstKept(ReportingRecords.OUTREACH, Times.now(clock));
        List<Call> calls = new ArrayList<>();
        List<CallTask> tasks = new ArrayList<>();
        List<Whereabouts> whereabouts = new ArrayList<>();
        for (Received record : batch) {
            if (record.isOf(Topics.CALLS)) {
                calls.add(OutreachFromEvents.call(record.event(Topics.CALLS)));
            } else if (record.isOf(Topics.CALL_TASKS)) {
                tasks.add(OutreachFromEvents.task(record.event(Topics.CALL_TASKS)));
            } else {
                whereabouts.add(OutreachFromEvents.whereabouts(record.event(Topics.WHEREABOUTS)));
            }
        }
        calls.removeIf(call -> !isKept(call.of(), firstKept));
        tasks.removeIf(task -> !isKept(task.of(), firstKept));
        whereabouts.removeIf(one -> !isKept(one.of(), firstKept));
        Set<SchoolDate> days = new HashSet<>(store.calls(tx, calls));
        days.addAll(store.tasks(tx, tasks));
        days.addAll(store.whereabouts(tx, whereabouts));
        days.addAll(store.calledLater(tx, calls));
        store.due(tx, days);
    }

    private boolean isKept(StudentDay of, LocalDate firstKept) {
        if (!Ids.isId(of.studentId()) || !Ids.isId(of.schoolId())) {
            throw new BadEvent("an id is none");
        }
        return !of.day().isBefore(firstKept) && !erased.contains(of.studentId());
    }
}
