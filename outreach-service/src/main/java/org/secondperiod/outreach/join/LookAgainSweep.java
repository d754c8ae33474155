package org.secondperiod.outreach.join;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.time.Times;
import org.secondperiod.outreach.schooldays.SchoolOnDay;
import org.secondperiod.outreach.schooldays.db.SchoolDayStore;
import org.secondperiod.outreach.schooldays.db.SchoolLocks;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;
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
    private final LookAgainStore lookAgain;
    private final DecisionService decisions;

    LookAgainSweep(
            Jdbi jdbi,
            Clock clock,
            SchoolLocks locks,
            SchoolDayStore days,
            LookAgainStore lookAgain,
            DecisionService decisions) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.locks = locks;
        this.days = days;
        this.lookAgain = lookAgain;
        this.decisions = decisions;
    }

    /** Decides on all that is due now. */
    public void run() {
        settleTurnedDays();
        while (decideBatch() > 0) {
            settleTurnedDays();
        }
    }

    private int decideBatch() {
        Instant now = Times.now(clock);
        List<StudentAtSchool> due = jdbi.withHandle(handle -> lookAgain.due(handle, now, BATCH));
        if (due.isEmpty()) {
            return 0;
        }
        return jdbi.inTransaction(tx -> {
            locks.take(tx, due.stream().map(StudentAtSchool::school).collect(toSet()), Set.of());
            List<StudentAtSchool> mine = lookAgain.lockDue(tx, due, now);
            decisions.decide(tx, mine, now);
            return mine.size();
        });
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
