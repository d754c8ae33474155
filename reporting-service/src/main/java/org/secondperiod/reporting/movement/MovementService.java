package org.secondperiod.reporting.movement;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.secondperiod.reporting.tallies.MovesBetween;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.Stands;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers how students moved between bands: in a month, which is kept up, or between any two dates of a school year. */
@ApplicationScoped
public class MovementService {

    private final MovementStore store;
    private final AnyDatesService anyDates;
    private final SchoolStore schools;
    private final Policy policy;

    MovementService(MovementStore store, AnyDatesService anyDates, SchoolStore schools, PolicyService policy) {
        this.store = store;
        this.anyDates = anyDates;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /**
     * What is asked for.
     *
     * @param of all: the district
     * @param knownOn what was learned after this date counts for nothing; none: what is known now
     * @param groupBy none: the total alone
     */
    public record Asked(
            Schools of,
            @Nullable LocalDate knownOn,
            @Nullable GroupBy groupBy) {}

    /** Moves of a kind. */
    @FunctionalInterface
    private interface Moved {

        /** @param schools {@link Scope#EVERY} stands for the district; null: of every school, without the district's own */
        List<Of> of(Scope.Kind kind, @Nullable Collection<String> schools);
    }

    /** In the month of the date, as what was known in the month or later tells it. */
    public MovementReport inMonth(Handle tx, Asked asked, LocalDate date) {
        SchoolYear year = policy.yearOf(date);
        LocalDate month = year.monthEnds().stream()
                .filter(end -> !end.isBefore(date))
                .findFirst()
                .orElse(year.last());
        LocalDate knownOn = asked.knownOn();
        if (knownOn != null && knownOn.isBefore(month.withDayOfMonth(1))) {
            throw Problems.field(
                    "knownOn", "must be a date of the month or later: before it had begun nobody had moved in it");
        }
        return report(tx, asked, year, endBefore(month), month, month, kept(tx, year, month, knownOn));
    }

    /** Between two dates of a school year, as what was known after the first one tells it. */
    public MovementReport between(Handle tx, Asked asked, LocalDate from, LocalDate to, Instant now) {
        if (!from.isBefore(to)) {
            throw Problems.field("from", "must be before 'to'");
        }
        SchoolYear year = policy.yearOf(to);
        if (!year.holds(from)) {
            throw Problems.field("from", "must be of the same school year as 'to': with each, bands begin anew");
        }
        LocalDate knownOn = asked.knownOn();
        if (knownOn != null && !knownOn.isAfter(from)) {
            throw Problems.field("knownOn", "must be after 'from': up to it nobody had moved");
        }
        boolean isMonth = year.monthEnds().contains(to) && from.equals(endBefore(to));
        return report(
                tx,
                asked,
                year,
                from,
                to,
                null,
                isMonth
                        ? kept(tx, year, to, knownOn)
                        : counted(anyDates.moves(
                                tx,
                                asked.of(),
                                new AnyDatesService.Between(year, from, to, knownOn),
                                asked.groupBy(),
                                now)));
    }

    private Moved kept(Handle tx, SchoolYear year, LocalDate month, @Nullable LocalDate knownOn) {
        return (kind, ids) -> store.of(tx, new In(year, month, knownOn), kind, ids);
    }

    private static Moved counted(List<MovesBetween.Row> rows) {
        return (kind, ids) -> rows.stream()
                .filter(row -> row.scope().kind() == kind)
                .filter(row -> ids == null
                        ? !row.scope().schoolId().equals(Scope.EVERY)
                        : ids.contains(row.scope().schoolId()))
                .map(row -> new Of(
                        row.scope().schoolId(), row.scope().value(), new Move(row.from(), row.to(), row.students())))
                .toList();
    }

    private static LocalDate endBefore(LocalDate month) {
        return month.withDayOfMonth(1).minusDays(1);
    }

    private MovementReport report(
            Handle tx,
            Asked asked,
            SchoolYear year,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate month,
            Moved moved) {
        Schools of = asked.of();
        GroupBy groupBy = asked.groupBy();
        List<Of> total =
                of.all() ? moved.of(Scope.Kind.DISTRICT, List.of(Scope.EVERY)) : moved.of(Scope.Kind.SCHOOL, of.ids());
        return new MovementReport(
                month,
                from,
                to,
                asked.knownOn(),
                year.name(),
                policy.minimumDays(),
                of.all() ? null : of.ids().stream().sorted().toList(),
                groupBy,
                MovementReport.Of.of(
                        null, null, null, added(total.stream().map(Of::move).toList())),
                groupBy == null ? List.of() : lines(tx, of, groupBy, moved));
    }

    private List<MovementReport.Of> lines(Handle tx, Schools of, GroupBy groupBy, Moved moved) {
        boolean ofOne = groupBy.isOfOneSchool();
        List<Of> found = of.all()
                ? moved.of(groupBy.kind(), ofOne ? null : List.of(Scope.EVERY))
                : moved.of(groupBy.kind(), of.ids());
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
