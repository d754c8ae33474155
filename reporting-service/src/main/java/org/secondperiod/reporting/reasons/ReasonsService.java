package org.secondperiod.reporting.reasons;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.Percent;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.quality.QualityService;
import org.secondperiod.reporting.reasons.ReasonsReport.Group;
import org.secondperiod.reporting.reasons.ReasonsReport.LeftOut;
import org.secondperiod.reporting.reasons.ReasonsReport.Line;
import org.secondperiod.reporting.reasons.db.ReasonStore;
import org.secondperiod.reporting.reasons.db.ReasonStore.Key;
import org.secondperiod.reporting.reasons.db.ReasonStore.Of;
import org.secondperiod.reporting.reasons.db.ReasonStore.Size;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers why students were absent. */
@ApplicationScoped
public class ReasonsService {

    private static final String ATTENDANCE = "MARK";
    private static final String FAMILIES = "CALL";
    private static final String ROOT_CAUSES = "ROOT";

    private final ReasonStore store;
    private final SumStore sums;
    private final SchoolStore schools;
    private final QualityService quality;
    private final Policy policy;

    ReasonsService(
            ReasonStore store, SumStore sums, SchoolStore schools, QualityService quality, PolicyService policy) {
        this.store = store;
        this.sums = sums;
        this.schools = schools;
        this.quality = quality;
        this.policy = policy.policy();
    }

    /** In these days, as what was known when tells it. @param rootCauses whether whoever asks may read them */
    public ReasonsReport report(Handle tx, Days days, @Nullable GroupBy groupBy, boolean rootCauses, Instant now) {
        List<Of> all = store.all(tx, days);
        SortedMap<Key, List<Of>> groups = groupBy == null
                ? new TreeMap<>()
                : store.by(tx, days, groupBy).stream().collect(groupingBy(Of::key, TreeMap::new, toList()));
        Set<Key> together = groupBy == null || !rootCauses ? Set.of() : together(tx, days, groupBy, groups);
        return new ReasonsReport(
                days.from(),
                days.to(),
                days.knownOn(),
                days.schools().all()
                        ? null
                        : days.schools().ids().stream().sorted().toList(),
                groupBy,
                lines(all, ATTENDANCE),
                lines(all, FAMILIES),
                rootCauses ? lines(all, ROOT_CAUSES) : null,
                new LeftOut(quality.unmapped(tx, days), quality.notSubmitted(tx, days, now)),
                groupBy == null ? List.of() : groups(tx, groupBy, groups, rootCauses ? together : groups.keySet()),
                together.isEmpty() ? null : smallGroups(groups, together));
    }

    /** Of whom root causes are told together only; a group of whom nothing is known has no students. */
    private Set<Key> together(Handle tx, Days days, GroupBy groupBy, SortedMap<Key, List<Of>> groups) {
        SortedMap<Key, Long> sizes = new TreeMap<>();
        groups.keySet().forEach(key -> sizes.put(key, 0L));
        SchoolYear year = policy.yearOf(days.to());
        List<Size> found =
                days.knownOn() == null ? store.sizes(tx, year, days, groupBy) : sizesThen(tx, year, days, groupBy);
        found.forEach(size -> sizes.computeIfPresent(size.key(), (key, before) -> before + size.students()));
        return SmallGroupsOfReasons.together(sizes);
    }

    /** The same as it was known then: until the end of the last month. */
    private List<Size> sizesThen(Handle tx, SchoolYear year, Days days, GroupBy groupBy) {
        At at = new At(days.to().with(TemporalAdjusters.lastDayOfMonth()), days.knownOn());
        List<SumStore.Of> found = days.schools().all()
                ? sums.ofEverySchool(tx, year, groupBy.kind(), at)
                : sums.of(tx, year, groupBy.kind(), at, days.schools().ids());
        return found.stream()
                .map(one -> new Size(
                        new Key(groupBy.isOfOneSchool() ? one.schoolId() : "", one.value()),
                        one.sums().enrolled()))
                .toList();
    }

    private List<Group> groups(
            Handle tx, GroupBy groupBy, SortedMap<Key, List<Of>> groups, Set<Key> withoutRootCauses) {
        Map<String, SchoolTold> known = groupBy.isOfOneSchool()
                ? schools.load(
                        tx,
                        groups.keySet().stream().map(Key::schoolId).distinct().toList())
                : Map.of();
        return groups.entrySet().stream()
                .map(group -> {
                    Key key = group.getKey();
                    SchoolTold school = known.get(key.schoolId());
                    return new Group(
                            groupBy.isOfOneSchool() ? key.schoolId() : null,
                            school == null ? null : school.name(),
                            groupBy == GroupBy.SCHOOL ? null : key.value(),
                            lines(group.getValue(), ATTENDANCE),
                            lines(group.getValue(), FAMILIES),
                            withoutRootCauses.contains(key) ? null : lines(group.getValue(), ROOT_CAUSES));
                })
                .toList();
    }

    private static List<Line> smallGroups(SortedMap<Key, List<Of>> groups, Set<Key> together) {
        record Reason(boolean excused, String reason) {}
        Map<Reason, Long> sums =
                new TreeMap<>(Comparator.comparing(Reason::reason).thenComparing(Reason::excused));
        together.stream()
                .flatMap(key -> groups.getOrDefault(key, List.of()).stream())
                .filter(one -> one.source().equals(ROOT_CAUSES))
                .forEach(one -> sums.merge(new Reason(one.excused(), one.reason()), one.absences(), Long::sum));
        List<Of> summed = new ArrayList<>();
        sums.forEach((reason, absences) ->
                summed.add(new Of(Key.ALL, ROOT_CAUSES, reason.excused(), reason.reason(), absences, 0)));
        summed.sort(Comparator.comparingLong(Of::absences).reversed());
        return lines(summed, ROOT_CAUSES);
    }

    private static List<Line> lines(List<Of> all, String source) {
        List<Of> found = all.stream().filter(one -> one.source().equals(source)).toList();
        long sum = found.stream().mapToLong(Of::absences).sum();
        return found.stream()
                .map(one -> new Line(
                        one.reason().isEmpty() ? null : one.reason(),
                        one.excused(),
                        one.absences(),
                        source.equals(ATTENDANCE) ? one.halfDays() : null,
                        Percent.of(one.absences(), sum)))
                .toList();
    }
}
