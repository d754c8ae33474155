package org.secondperiod.reporting.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.outreach.OutreachReport.GroupBy;
import org.secondperiod.reporting.outreach.OutreachReport.Line;
import org.secondperiod.reporting.outreach.db.OutreachSumStore;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;

/** Answers what the calls achieved. */
@ApplicationScoped
public class OutreachService {

    private final OutreachSumStore sums;
    private final SchoolStore schools;

    OutreachService(OutreachSumStore sums, SchoolStore schools) {
        this.sums = sums;
        this.schools = schools;
    }

    /** In these days. */
    public OutreachReport report(Handle tx, Days days, @Nullable GroupBy groupBy) {
        return new OutreachReport(
                days.from(),
                days.to(),
                days.schools().all()
                        ? null
                        : days.schools().ids().stream().sorted().toList(),
                groupBy,
                sums.total(tx, days).line(OutreachSums.Of.ALL),
                groupBy == null ? List.of() : lines(tx, days, groupBy),
                sums.errors(tx, days));
    }

    private List<Line> lines(Handle tx, Days days, GroupBy groupBy) {
        return switch (groupBy) {
            case SCHOOL -> bySchool(tx, sums.bySchool(tx, days));
            case WEEK ->
                sums.byWeek(tx, days).stream()
                        .map(one -> one.sums()
                                .line(new OutreachSums.Of(
                                        null, null, null, LocalDate.parse(Objects.requireNonNull(one.key())))))
                        .toList();
            case CALLER ->
                sums.byCaller(tx, days).stream()
                        .map(one -> one.sums().line(new OutreachSums.Of(null, null, one.key(), null)))
                        .toList();
        };
    }

    private List<Line> bySchool(Handle tx, List<OutreachSumStore.Of> found) {
        Map<String, SchoolTold> known = schools.load(
                tx, found.stream().map(one -> Objects.requireNonNull(one.key())).toList());
        return found.stream()
                .map(one -> {
                    SchoolTold school = known.get(one.key());
                    return one.sums()
                            .line(new OutreachSums.Of(one.key(), school == null ? null : school.name(), null, null));
                })
                .toList();
    }
}
