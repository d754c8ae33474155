package org.secondperiod.reporting.reasons;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.reasons.ReasonsReport.Line;
import org.secondperiod.reporting.reasons.db.ReasonStore;
import org.secondperiod.reporting.reasons.db.ReasonStore.Of;

/** Answers why students were absent. */
@ApplicationScoped
public class ReasonsService {

    private final ReasonStore store;

    ReasonsService(ReasonStore store) {
        this.store = store;
    }

    /** In these days. */
    public ReasonsReport report(Handle tx, Days days) {
        return new ReasonsReport(
                days.from(),
                days.to(),
                days.schools().all()
                        ? null
                        : days.schools().ids().stream().sorted().toList(),
                lines(store.of(tx, days, "MARK")),
                lines(store.of(tx, days, "CALL")));
    }

    private static List<Line> lines(List<Of> found) {
        long all = found.stream().mapToLong(Of::absences).sum();
        return found.stream()
                .map(one -> new Line(
                        one.reason().isEmpty() ? null : one.reason(),
                        one.excused(),
                        one.absences(),
                        Percent.of(one.absences(), all)))
                .toList();
    }
}
