package org.secondperiod.reporting.movement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.movement.MovementReport.Move;
import org.secondperiod.reporting.movement.db.MovementStore;
import org.secondperiod.reporting.movement.db.MovementStore.In;
import org.secondperiod.reporting.movement.db.MovementStore.Of;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.Stands;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers how students moved between bands in a month. */
@ApplicationScoped
public class MovementService {

    private final MovementStore store;
    private final SchoolStore schools;
    private final Policy policy;

    MovementService(MovementStore store, SchoolStore schools, PolicyService policy) {
        this.store = store;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /**
     * In the month of the date, as what was known when tells it.
     *
     * @param of all: the district
     * @param knownOn in the month or later; none: as it is known now
     */
    public MovementReport report(
            Handle tx, Schools of, LocalDate date, @Nullable LocalDate knownOn, @Nullable GroupBy groupBy) {
        SchoolYear year = policy.yearOf(date);
        LocalDate month = year.monthEnds().stream()
                .filter(end -> !end.isBefore(date))
                .findFirst()
                .orElse(year.last());
        if (knownOn != null && knownOn.isBefore(month.withDayOfMonth(1))) {
            throw Problems.field(
                    "knownOn", "must be a date of the month or later: before it had begun nobody had moved in it");
        }
        In in = new In(year, month, knownOn);
        List<Of> total = of.all()
                ? store.of(tx, in, Scope.Kind.DISTRICT, List.of(Scope.EVERY))
                : store.of(tx, in, Scope.Kind.SCHOOL, of.ids());
        return new MovementReport(
                month,
                knownOn,
                year.name(),
                policy.minimumDays(),
                of.all() ? null : of.ids().stream().sorted().toList(),
                groupBy,
                MovementReport.Of.of(
                        null, null, null, added(total.stream().map(Of::move).toList())),
                groupBy == null ? List.of() : lines(tx, in, of, groupBy));
    }

    private List<MovementReport.Of> lines(Handle tx, In in, Schools of, GroupBy groupBy) {
        boolean ofOne = groupBy.isOfOneSchool();
        List<Of> found = of.all()
                ? store.of(tx, in, groupBy.kind(), ofOne ? null : List.of(Scope.EVERY))
                : store.of(tx, in, groupBy.kind(), of.ids());
        Map<List<String>, List<Move>> byLine = found.stream()
                .collect(groupingBy(
                        one -> ofOne ? List.of(one.schoolId(), one.value()) : List.of("", one.value()),
                        () -> new TreeMap<>(Comparator.comparing((List<String> key) -> key.getFirst())
                                .thenComparing(List::getLast)),
                        mapping(Of::move, toList())));
        Map<String, SchoolTold> known =
                schools.load(tx, found.stream().map(Of::schoolId).distinct().toList());
        List<MovementReport.Of> lines = new ArrayList<>();
        byLine.forEach((key, moves) -> {
            SchoolTold school = known.get(key.getFirst());
            lines.add(MovementReport.Of.of(
                    blankToNull(key.getFirst()),
                    school == null ? null : school.name(),
                    blankToNull(key.getLast()),
                    added(moves)));
        });
        return lines;
    }

    private static List<Move> added(List<Move> moves) {
        Map<List<Stands>, Long> sums = moves.stream()
                .collect(groupingBy(move -> List.of(move.from(), move.to()), summingLong(Move::students)));
        return sums.entrySet().stream()
                .map(sum -> new Move(sum.getKey().getFirst(), sum.getKey().getLast(), sum.getValue()))
                .sorted(Comparator.comparing(Move::from).thenComparing(Move::to))
                .toList();
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
