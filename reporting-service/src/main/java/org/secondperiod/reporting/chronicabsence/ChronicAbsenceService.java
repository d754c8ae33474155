package org.secondperiod.reporting.chronicabsence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.problems.Problems;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.chronicabsence.db.SumStore.Of;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.visibility.KnownOn;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers how many are in which band. */
@ApplicationScoped
public class ChronicAbsenceService {

    private final SumStore sums;
    private final SchoolStore schools;
    private final ReleaseService releases;
    private final Policy policy;

    ChronicAbsenceService(SumStore sums, SchoolStore schools, ReleaseService releases, PolicyService policy) {
        this.sums = sums;
        this.schools = schools;
        this.releases = releases;
        this.policy = policy.policy();
    }

    /**
     * As of the date, as what was known when tells it.
     *
     * @param of all: the district
     */
    public Report report(Handle tx, Schools of, At at, @Nullable GroupBy groupBy) {
        SchoolYear year = policy.yearOf(at.asOf());
        return new Report(
                at.asOf(),
                at.knownOn(),
                null,
                year.name(),
                policy.minimumDays(),
                named(of),
                groupBy,
                of.all(),
                total(tx, year, of, at),
                groupBy == null ? List.of() : lines(tx, year, of, at, groupBy),
                null);
    }

    /** The same for who may not read of the students one by one: as of the last month that was released by the date. */
    public Report released(Handle tx, Schools of, At at, @Nullable GroupBy groupBy) {
        KnownOn.isNotForReleased(at.knownOn());
        if (groupBy == GroupBy.HOMEROOM || groupBy == GroupBy.GROUP) {
            throw Problems.of(
                    403,
                    "not-allowed",
                    "Not allowed",
                    "Homerooms and groups are only for who may read of the students of each school asked for. Ask by SCHOOL or"
                            + " GRADE, or for schools where you may.");
        }
        Released month = releases.asOf(tx, at.asOf());
        Released.Answer answer = month.answer(of, groupBy, groupBy == GroupBy.SCHOOL ? names(tx, month) : Map.of());
        return new Report(
                month.asOf(),
                null,
                month.at(),
                policy.yearOf(month.asOf()).name(),
                policy.minimumDays(),
                named(of),
                groupBy,
                answer.countedOnce(),
                answer.total(),
                answer.lines(),
                answer.rest());
    }

    private Map<String, String> names(Handle tx, Released month) {
        Map<String, String> names = new HashMap<>();
        schools.load(tx, month.cells().stream().map(Cell::schoolId).distinct().toList())
                .forEach((id, school) -> names.put(id, school.name()));
        return names;
    }

    private static @Nullable List<String> named(Schools of) {
        return of.all() ? null : of.ids().stream().sorted().toList();
    }

    private Line total(Handle tx, SchoolYear year, Schools of, At at) {
        List<Of> found = of.all()
                ? sums.of(tx, year, Scope.Kind.DISTRICT, at, List.of(Scope.EVERY))
                : sums.of(tx, year, Scope.Kind.SCHOOL, at, of.ids());
        return Line.of(null, null, null, found.stream().map(Of::sums).reduce(Sums.NONE, Sums::plus));
    }

    private List<Line> lines(Handle tx, SchoolYear year, Schools of, At at, GroupBy groupBy) {
        if (!groupBy.isOfOneSchool()) {
            List<Of> found = sums.of(tx, year, groupBy.kind(), at, of.all() ? List.of(Scope.EVERY) : of.ids());
            Map<String, Sums> byValue = new TreeMap<>();
            found.forEach(one -> byValue.merge(one.value(), one.sums(), Sums::plus));
            List<Line> lines = new ArrayList<>();
            byValue.forEach((value, sum) -> lines.add(Line.of(null, null, blankToNull(value), sum)));
            return lines;
        }
        List<Of> found = of.all()
                ? sums.ofEverySchool(tx, year, groupBy.kind(), at)
                : sums.of(tx, year, groupBy.kind(), at, of.ids());
        Map<String, SchoolTold> known = names(tx, found);
        return found.stream()
                .map(one -> Line.of(
                        one.schoolId(),
                        known.containsKey(one.schoolId())
                                ? known.get(one.schoolId()).name()
                                : null,
                        blankToNull(one.value()),
                        one.sums()))
                .toList();
    }

    private Map<String, SchoolTold> names(Handle tx, Collection<Of> found) {
        return schools.load(tx, found.stream().map(Of::schoolId).distinct().toList());
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
