package org.secondperiod.outreach.morning;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.morning.EndOfDayView.PromisesView;
import org.secondperiod.outreach.morning.EndOfDayView.ShareView;
import org.secondperiod.outreach.morning.db.EndOfDayStore;
import org.secondperiod.outreach.morning.db.EndOfDayStore.Back;
import org.secondperiod.outreach.morning.db.EndOfDayStore.Counts;
import org.secondperiod.outreach.morning.db.EndOfDayStore.Promises;
import org.secondperiod.outreach.morning.db.MorningStore;
import org.secondperiod.outreach.morning.db.MorningStore.OpenRow;
import org.secondperiod.outreach.morning.db.MorningStore.Row;
import org.secondperiod.outreach.morning.db.OwedStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.visibility.SchoolScope;

/** What became of each school's day. */
@ApplicationScoped
public class EndOfDayService {

    private final SchoolStore schools;
    private final MorningStore mornings;
    private final EndOfDayStore store;
    private final OwedStore owed;

    EndOfDayService(SchoolStore schools, MorningStore mornings, EndOfDayStore store, OwedStore owed) {
        this.schools = schools;
        this.mornings = mornings;
        this.store = store;
        this.owed = owed;
    }

    /** All that was counted of a school. */
    private record Counted(
            List<Row> toCall,
            Counts calls,
            List<Back> back,
            Promises promises,
            int notices,
            @Nullable OpenRow open) {}

    /** The days of these schools, by id. */
    public List<EndOfDayView> of(Handle handle, SchoolScope scope, SchoolDay day, Instant now) {
        Map<String, List<Row>> tasks = mornings.tasks(handle, scope, day).stream()
                .filter(Row::wasToBeCalled)
                .collect(groupingBy(Row::schoolId));
        Map<String, Counts> calls = store.counts(handle, scope, day);
        Map<String, List<Back>> back = store.back(handle, scope, day);
        Map<String, Promises> promises = store.promises(handle, scope, day);
        Map<String, Integer> notices = owed.count(handle, scope, day);
        Map<String, OpenRow> open = mornings.open(handle, scope).stream().collect(toMap(OpenRow::schoolId, identity()));
        return schools.all(handle).values().stream()
                .map(SchoolVersion::settings)
                .filter(school -> scope.holds(school.schoolId()))
                .sorted(Comparator.comparing(SchoolSettings::schoolId))
                .map(school -> {
                    String id = school.schoolId().value();
                    return view(
                            school,
                            day,
                            new Counted(
                                    tasks.getOrDefault(id, List.of()),
                                    calls.getOrDefault(id, new Counts(id, 0, 0, 0, 0, 0)),
                                    back.getOrDefault(id, List.of()),
                                    promises.getOrDefault(id, new Promises(0, 0, 0)),
                                    notices.getOrDefault(id, 0),
                                    open.get(id)),
                            now);
                })
                .toList();
    }

    private static EndOfDayView view(SchoolSettings school, SchoolDay day, Counted counted, Instant now) {
        DayPlan.@Nullable Open plan = DayPlan.of(school, day) instanceof DayPlan.Open open ? open : null;
        Counts calls = counted.calls();
        int reached = MorningService.count(counted.toCall(), row -> row.reachedAt() != null);
        return new EndOfDayView(
                school.schoolId().value(),
                school.name(),
                day.date(),
                plan == null || !now.isBefore(plan.endOfDay()),
                counted.toCall().size(),
                MorningService.count(counted.toCall(), row -> row.calledAt() != null),
                calls.calls(),
                reached,
                calls.successful(),
                counted.toCall().size() - reached,
                MorningService.coverage(counted.toCall(), plan == null ? null : plan.cutOff(), now),
                new ShareView(
                        (int) counted.back().stream()
                                .filter(each -> cameBack(each, plan))
                                .count(),
                        counted.back().size()),
                new PromisesView(
                        counted.promises().open(),
                        counted.promises().kept(),
                        counted.promises().notKept()),
                new ShareView(calls.sameCaller(), calls.knownBefore()),
                calls.madeInError(),
                counted.notices(),
                counted.open() == null ? 0 : counted.open().escalations(),
                counted.open() == null ? 0 : counted.open().followUps());
    }

    /** After somebody was reached, and before the last period. */
    private static boolean cameBack(Back back, DayPlan.@Nullable Open plan) {
        return back.inAt() != null
                && back.inAt().isAfter(back.reachedAt())
                && (plan == null
                        || back.inAt().isBefore(plan.periods().getLast().start()));
    }
}
