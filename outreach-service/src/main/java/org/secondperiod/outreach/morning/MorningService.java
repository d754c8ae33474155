package org.secondperiod.outreach.morning;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.morning.Coverage.ToCall;
import org.secondperiod.outreach.morning.MorningView.AlertView;
import org.secondperiod.outreach.morning.MorningView.CallerView;
import org.secondperiod.outreach.morning.MorningView.CoverageView;
import org.secondperiod.outreach.morning.db.MorningStore;
import org.secondperiod.outreach.morning.db.MorningStore.CallerRow;
import org.secondperiod.outreach.morning.db.MorningStore.OpenRow;
import org.secondperiod.outreach.morning.db.MorningStore.Row;
import org.secondperiod.outreach.morning.db.OwedStore;
import org.secondperiod.outreach.morning.db.StartAlertStore;
import org.secondperiod.outreach.schooldays.DayPlan;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;
import org.secondperiod.outreach.schooldays.db.SchoolStore;
import org.secondperiod.outreach.visibility.SchoolScope;

/** How far each school's callers are. */
@ApplicationScoped
public class MorningService {

    private final SchoolStore schools;
    private final MorningStore store;
    private final OwedStore owed;
    private final StartAlertStore alerts;

    MorningService(SchoolStore schools, MorningStore store, OwedStore owed, StartAlertStore alerts) {
        this.schools = schools;
        this.store = store;
        this.owed = owed;
        this.alerts = alerts;
    }

    /** The mornings of these schools, by id. */
    public List<MorningView> of(Handle handle, SchoolScope scope, SchoolDay day, Instant now) {
        Map<String, List<Row>> tasks = store.tasks(handle, scope, day).stream().collect(groupingBy(Row::schoolId));
        Map<String, List<CallerRow>> callers =
                store.callers(handle, scope, day, now).stream().collect(groupingBy(CallerRow::schoolId));
        Map<String, OpenRow> open = store.open(handle, scope).stream().collect(toMap(OpenRow::schoolId, identity()));
        Map<String, Integer> notices = owed.count(handle, scope, day);
        Map<String, StartAlert> standing = alerts.standing(handle, scope, day).stream()
                .collect(toMap(alert -> alert.of().school().value(), identity()));
        return schools.all(handle).values().stream()
                .map(SchoolVersion::settings)
                .filter(school -> scope.holds(school.schoolId()))
                .sorted(Comparator.comparing(SchoolSettings::schoolId))
                .map(school -> {
                    String id = school.schoolId().value();
                    return view(
                            school,
                            day,
                            tasks.getOrDefault(id, List.of()),
                            callers.getOrDefault(id, List.of()),
                            notices.getOrDefault(id, 0),
                            open.get(id),
                            standing.get(id),
                            now);
                })
                .toList();
    }

    private static MorningView view(
            SchoolSettings school,
            SchoolDay day,
            List<Row> tasks,
            List<CallerRow> callers,
            int notices,
            @Nullable OpenRow open,
            @Nullable StartAlert alert,
            Instant now) {
        List<Row> toCall = tasks.stream().filter(Row::wasToBeCalled).toList();
        Instant cutOff = DayPlan.of(school, day) instanceof DayPlan.Open plan ? plan.cutOff() : null;
        return new MorningView(
                school.schoolId().value(),
                school.name(),
                day.date(),
                cutOff,
                new TreeMap<>(
                        tasks.stream().collect(groupingBy(row -> row.state().name(), summingInt(row -> 1)))),
                toCall.size(),
                count(toCall, Row::isUncalled),
                count(toCall, row -> row.calledAt() != null),
                count(toCall, row -> row.reachedAt() != null),
                count(toCall, row -> row.callAgainAt() != null),
                toCall.stream()
                        .filter(Row::isUncalled)
                        .map(Row::openedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null),
                coverage(toCall, cutOff, now),
                callers.stream().map(MorningService::view).toList(),
                notices,
                open == null ? 0 : open.escalations(),
                open == null ? 0 : open.followUps(),
                alert == null
                        ? null
                        : new AlertView(Objects.requireNonNullElse(cutOff, alert.cutOff()), alert.raisedAt()));
    }

    static List<CoverageView> coverage(Collection<Row> toCall, @Nullable Instant cutOff, Instant now) {
        List<ToCall> families = toCall.stream()
                .map(row -> new ToCall(
                        Objects.requireNonNullElse(row.cutOff(), cutOff == null ? row.openedAt() : cutOff),
                        row.calledAt(),
                        row.reachedAt()))
                .toList();
        return Coverage.MINUTES.stream()
                .map(minutes -> Coverage.after(minutes, families, now))
                .toList();
    }

    static int count(Collection<Row> rows, Predicate<Row> wanted) {
        return (int) rows.stream().filter(wanted).count();
    }

    private static CallerView view(CallerRow row) {
        return new CallerView(row.caller(), row.calls(), row.reached(), row.lastCallAt(), row.holds(), row.sharedOut());
    }
}
