package org.secondperiod.reporting.chronicabsence;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore.Of;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Answers how many are in which band. */
@ApplicationScoped
public class ChronicAbsenceService {

    private final SumStore sums;
    private final SchoolStore schools;
    private final Policy policy;

    ChronicAbsenceService(SumStore sums, SchoolStore schools, PolicyService policy) {
        this.sums = sums;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /**
     * As of the date.
     *
     * @param of all: the district
     * @param readsStudentsAt where small groups are shown too
     */
    public Report report(Handle tx, Schools of, LocalDate asOf, @Nullable GroupBy groupBy, Schools readsStudentsAt) {
        SchoolYear year = policy.yearOf(asOf);
        List<Line> lines = groupBy == null ? List.of() : lines(tx, year, of, asOf, groupBy);
        return new Report(
                asOf,
                year.name(),
                policy.minimumDays(),
                of.all() ? null : of.ids().stream().sorted().toList(),
                groupBy,
                total(tx, year, of, asOf, readsStudentsAt),
                SmallGroups.suppressed(lines, line -> stays(line, of, readsStudentsAt)));
    }

    private Line total(Handle tx, SchoolYear year, Schools of, LocalDate asOf, Schools readsStudentsAt) {
        List<Of> found = of.all()
                ? sums.of(tx, year, Scope.Kind.DISTRICT, asOf, List.of(Scope.EVERY))
                : sums.of(tx, year, Scope.Kind.SCHOOL, asOf, of.ids());
        Line total = Line.of(null, null, null, found.stream().map(Of::sums).reduce(Sums.NONE, Sums::plus));
        return SmallGroups.suppressed(List.of(total), line -> stays(line, of, readsStudentsAt))
                .getFirst();
    }

    /** A line of several schools stays at home only where all of them are. */
    private static boolean stays(Line line, Schools of, Schools readsStudentsAt) {
        String school = line.schoolId();
        return school == null ? readsStudentsAt.holdsAll(of) : readsStudentsAt.holds(school);
    }

    private List<Line> lines(Handle tx, SchoolYear year, Schools of, LocalDate asOf, GroupBy groupBy) {
        if (!groupBy.isOfOneSchool()) {
            List<Of> found = sums.of(tx, year, groupBy.kind(), asOf, of.all() ? List.of(Scope.EVERY) : of.ids());
            Map<String, Sums> byValue = new TreeMap<>();
            found.forEach(one -> byValue.merge(one.value(), one.sums(), Sums::plus));
            List<Line> lines = new ArrayList<>();
            byValue.forEach((value, sum) -> lines.add(Line.of(null, null, blankToNull(value), sum)));
            return lines;
        }
        List<Of> found = of.all()
                ? sums.ofEverySchool(tx, year, groupBy.kind(), asOf)
                : sums.of(tx, year, groupBy.kind(), asOf, of.ids());
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
