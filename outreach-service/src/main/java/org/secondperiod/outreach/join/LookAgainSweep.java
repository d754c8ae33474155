package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.kit.traces.TracedWork;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.db.SchoolDayStore;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.whereabouts.db.DueStore;
import org.secondperiod.outreach.whereabouts.db.DueStore.Queued;
import org.secondperiod.outreach.whereabouts.db.DueStore.Taken;
import org.secondperiod.outreach.whereabouts.db.LookAgainStore;

/**
 * Decides again on whoever is due: a cut-off has come, a hold has aged, a day has ended, or something changed for a whole
 * school. Any replica may do it, and several at once: what one of them has in hand the others leave alone.
 */
@ApplicationScoped
public class LookAgainSweep {

    private static final int BATCH = 1000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final SchoolLocks locks;
    private final SchoolDayStore days;
    private final DueStore due;
    private final LookAgainStore lookAgain;
    private final DecisionService decisions;
    private final MarkTraces traces;

    LookAgainSweep(
            Jdbi jdbi,
            Clock clock,
            SchoolLocks locks,
            SchoolDayStore days,
            DueStore due,
            LookAgainStore lookAgain,
            DecisionService decisions,
            MarkTraces traces) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.locks = locks;
        this.days = days;
        this.due = due;
        this.lookAgain = lookAgain;
        this.decisions = decisions;
        this.traces = traces;
    }

    /** Decides on all that is due now. */
    public void run() {
        AsSystem.run(() -> {
            settleTurnedDays();
            while (decideBatch()) {
                settleTurnedDays();
            }
        });
    }

    /** @return whether anything was there that nobody else has in hand */
    private boolean decideBatch() {
        Instant now = Times.now(clock);
        List<Queued> queued = jdbi.inTransaction(tx -> due.queued(tx, now, BATCH));
        if (queued.isEmpty()) {
            return false;
        }
        TracedWork work = new TracedWork();
        boolean more = jdbi.inTransaction(tx -> {
            locks.take(tx, queued.stream().map(one -> one.of().school()).collect(toSet()), Set.of());
            Taken taken = due.take(tx, queued, now);
            traces.goOn(tx, work, taken.due());
            work.run(() -> decisions.decide(tx, taken.due(), now));
            return taken.count() > 0;
        });
        work.end();
        return more;
    }

    private void settleTurnedDays() {
        for (SchoolOnDay day : jdbi.withHandle(days::turned)) {
            jdbi.useTransaction(tx -> {
                locks.take(tx, Set.of(), Set.of(day.school()));
                lookAgain.holdsChanged(tx, day, Times.now(clock));
                days.settle(tx, day);
            });
        }
    }
}
