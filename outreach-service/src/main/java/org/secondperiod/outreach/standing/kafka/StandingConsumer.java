package org.secondperiod.outreach.standing.kafka;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.StandingChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.FencedConsumers;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.outreach.priority.RankService;
import org.secondperiod.outreach.standing.Standing;
import org.secondperiod.outreach.standing.db.StandingStore;

/** Keeps each student's latest standing, and puts the calls that it concerns into their bands. */
@ApplicationScoped
public class StandingConsumer implements BatchHandler {

    private static final String NAME = "outreach-service-standing";

    private final FencedConsumers consumers;
    private final StandingStore store;
    private final RankService ranks;
    private final ErasedStudents erased;

    StandingConsumer(FencedConsumers consumers, StandingStore store, RankService ranks, ErasedStudents erased) {
        this.consumers = consumers;
        this.store = store;
        this.ranks = ranks;
        this.erased = erased;
    }

    void onStart(@Observes StartupEvent event) {
        consumers.start(NAME, List.of(Topics.STANDING), this);
    }

    @Override
    public void handle(Handle tx, List<Received> batch) {
        Map<StudentId, Standing> latest = new HashMap<>();
        Set<StudentId> gone = new HashSet<>();
        for (Received record : batch) {
            StudentId student = new StudentId(record.key());
            if (record.isTombstone()) {
                latest.remove(student);
                gone.add(student);
            } else if (!erased.contains(record.key())) {
                gone.remove(student);
                latest.merge(
                        student,
                        standing(record.event(Topics.STANDING)),
                        (one, other) -> other.version() >= one.version() ? other : one);
            }
        }
        store.forget(tx, gone);
        ranks.again(tx, store.put(tx, latest.values()));
    }

    private static Standing standing(StandingChanged event) {
        return new Standing(
                new StudentId(event.studentId()),
                event.asOf(),
                event.enrolledHalfDays(),
                event.absentHalfDays(),
                event.absencesLeftHalfDays(),
                !Boolean.FALSE.equals(event.canEndBelowChronic()),
                event.consecutiveDaysAbsent(),
                event.lastTwentyDays(),
                event.version());
    }
}
