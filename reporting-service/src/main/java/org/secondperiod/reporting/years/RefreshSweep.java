package org.secondperiod.reporting.years;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.ReportingConfig;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.outreach.db.OutreachStore;
import org.secondperiod.reporting.years.db.PolicyStore;
import org.secondperiod.reporting.years.db.RefreshStore;
import org.secondperiod.reporting.years.db.RefreshStore.Refresh;
import org.secondperiod.reporting.years.db.StudentYearStore;

/**
 * Counts whole schools again where that is due, some students in a transaction. Any replica may do it; one that stops is followed
 * by another where it stood.
 */
@ApplicationScoped
public class RefreshSweep {

    /** Days of calls whose school may have other hours since, and its students another grade. */
    private static final int DAYS_BACK = 21;

    private final Jdbi jdbi;
    private final Clock clock;
    private final RefreshStore refreshes;
    private final StudentYearStore students;
    private final SubmittedService submitted;
    private final YearService years;
    private final OutreachStore outreach;
    private final KeptYearsService kept;
    private final PolicyStore policies;
    private final Policy policy;
    private final int chunk;
    private volatile boolean policyIsKept;

    RefreshSweep(
            Jdbi jdbi,
            Clock clock,
            RefreshStore refreshes,
            StudentYearStore students,
            SubmittedService submitted,
            YearService years,
            OutreachStore outreach,
            KeptYearsService kept,
            PolicyStore policies,
            PolicyService policy,
            ReportingConfig config) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.refreshes = refreshes;
        this.students = students;
        this.submitted = submitted;
        this.years = years;
        this.outreach = outreach;
        this.kept = kept;
        this.policies = policies;
        this.policy = policy.policy();
        this.chunk = config.chunk();
    }

    /** Does all that is due. */
    public void run() {
        AsSystem.run(() -> {
            if (!policyIsKept) {
                jdbi.useTransaction(tx -> policies.keep(tx, policy, Times.now(clock)));
                policyIsKept = true;
            }
            jdbi.useTransaction(tx -> submitted.turn(tx, Times.now(clock)));
            while (jdbi.inTransaction(this::some)) {
                // until nothing is left, or others have it in hand
            }
        });
    }

    private boolean some(Handle tx) {
        Optional<Refresh> taken = refreshes.take(tx);
        taken.ifPresent(refresh -> some(tx, refresh, Times.now(clock)));
        return taken.isPresent();
    }

    private void some(Handle tx, Refresh refresh, Instant now) {
        SchoolYear year = policy.yearBeginning(refresh.year());
        if (!kept.isKept(year, now)) {
            refreshes.done(tx, refresh);
            return;
        }
        if (refresh.all() && refresh.after().isEmpty()) {
            students.makeAt(tx, year, refresh.schoolId());
        }
        List<String> next = students.studentsAfter(tx, year, refresh.schoolId(), refresh.after(), chunk);
        var changed = years.count(tx, year, next, refresh.all() ? null : List.of(), now);
        Set<SchoolDate> due = outreach.concerned(tx, changed);
        if (next.size() < chunk) {
            refreshes.done(tx, refresh);
            due.addAll(outreach.since(
                    tx,
                    refresh.schoolId(),
                    LocalDate.ofInstant(now, policy.zone()).minusDays(DAYS_BACK)));
        } else {
            refreshes.done(tx, refresh, next.getLast());
        }
        outreach.due(tx, due);
    }
}
