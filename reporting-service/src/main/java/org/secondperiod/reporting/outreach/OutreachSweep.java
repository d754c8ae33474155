package org.secondperiod.reporting.outreach;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.time.Times;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.outreach.db.OutreachDayStore;
import org.secondperiod.reporting.outreach.db.OutreachStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Adds days of schools up again where that is due, some in a transaction. Any replica may do it. */
@ApplicationScoped
public class OutreachSweep {

    /** A school's day has some dozen calls and some hundred marks. */
    private static final int DAYS = 100;

    private final Jdbi jdbi;
    private final Clock clock;
    private final OutreachStore store;
    private final OutreachDayStore days;
    private final Policy policy;

    OutreachSweep(Jdbi jdbi, Clock clock, OutreachStore store, OutreachDayStore days, PolicyService policy) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.store = store;
        this.days = days;
        this.policy = policy.policy();
    }

    /**
     * Does all that is due, each day once: one that becomes due meanwhile, while a morning is told mark by mark, waits for the next
     * time.
     */
    public void run() {
        AsSystem.run(() -> {
            AtomicReference<@Nullable SchoolDate> last = new AtomicReference<>();
            while (jdbi.inTransaction(tx -> some(tx, last))) {
                // until nothing is left, or others have it in hand
            }
        });
    }

    private boolean some(Handle tx, AtomicReference<@Nullable SchoolDate> last) {
        List<SchoolDate> due = store.take(tx, last.get(), DAYS);
        Map<SchoolYear, List<SchoolDate>> byYear =
                due.stream().collect(groupingBy(date -> policy.yearOf(date.day()), TreeMap::new, toList()));
        LocalDate today = LocalDate.ofInstant(Times.now(clock), policy.zone());
        byYear.forEach(
                (year, dates) -> days.addUp(tx, year, dates, policy.zone().getId(), today));
        if (due.isEmpty()) {
            return false;
        }
        last.set(due.getLast());
        return true;
    }
}
