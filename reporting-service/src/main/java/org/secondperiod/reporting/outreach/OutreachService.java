package org.secondperiod.reporting.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.outreach.OutreachReport.GroupBy;
import org.secondperiod.reporting.outreach.OutreachReport.InError;
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

    /** In these days, as what was known when tells it. */
    public OutreachReport report(Handle tx, Days days, @Nullable GroupBy groupBy) {
        List<InError> errors = sums.errors(tx, days);
        return new OutreachReport(
                days.from(),
                days.to(),
                days.knownOn(),
                days.schools().all()
                        ? null
                        : days.schools().ids().stream().sorted().toList(),
                groupBy,
                sums.total(tx, days).line(OutreachSums.Of.ALL, errors),
                groupBy == null ? List.of() : lines(tx, days, groupBy),
                errors);
    }

    private List<Line> lines(Handle tx, Days days, GroupBy groupBy) {
        Map<String, List<InError>> errors = sums.errorsBy(tx, days, groupBy);
        List<OutreachSumStore.Of> found = sums.by(tx, days, groupBy);
        Map<String, SchoolTold> known = groupBy != GroupBy.SCHOOL
                ? Map.of()
                : schools.load(tx, found.stream().map(OutreachSumStore.Of::key).toList());
        return found.stream()
                .map(one -> one.sums()
                        .line(of(groupBy, one.key(), known.get(one.key())), errors.getOrDefault(one.key(), List.of())))
                .toList();
    }

    private static OutreachSums.Of of(GroupBy groupBy, String key, @Nullable SchoolTold school) {
        return switch (groupBy) {
            case SCHOOL -> new OutreachSums.Of(key, school == null ? null : school.name(), null, null);
            case WEEK -> new OutreachSums.Of(null, null, null, LocalDate.parse(key));
            case CALLER -> new OutreachSums.Of(null, null, key, null);
        };
    }
}
