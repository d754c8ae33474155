package org.secondperiod.reporting.earlier;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.earlier.CallingEarlier.Found;
import org.secondperiod.reporting.earlier.db.DrawStore;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;

/** Answers what calling earlier changes. */
@ApplicationScoped
public class CallingEarlierService {

    private final DrawStore store;

    CallingEarlierService(DrawStore store) {
        this.store = store;
    }

    /** In these days, all of which are over. */
    public CallingEarlierReport report(Handle tx, Days days) {
        DrawStore.Of found = store.of(tx, days);
        return CallingEarlier.report(new Found(
                days.from(),
                days.to(),
                days.knownOn(),
                days.schools().all()
                        ? null
                        : days.schools().ids().stream().sorted().toList(),
                found.draws(),
                found.schoolDays(),
                found.schools()));
    }
}
