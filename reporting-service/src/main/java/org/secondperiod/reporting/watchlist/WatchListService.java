package org.secondperiod.reporting.watchlist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.District;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.watchlist.db.WatchStore;
import org.secondperiod.reporting.watchlist.db.WatchStore.Row;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;

/** Finds whom a school should look at: out of each student's own days, as of any date. */
@ApplicationScoped
public class WatchListService {

    private final WatchStore store;
    private final EnrolmentStore enrolments;
    private final SchoolsService schools;
    private final Policy policy;

    WatchListService(WatchStore store, EnrolmentStore enrolments, SchoolsService schools, PolicyService policy) {
        this.store = store;
        this.enrolments = enrolments;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /** Of these schools, as what was known when tells it. @param why those reasons that are asked for; none: all */
    public WatchList list(Handle tx, List<String> ids, At at, Set<Why> why, Instant now) {
        SchoolYear year = policy.yearOf(at.asOf());
        LocalDate knownOn = at.knownOn();
        Set<Why> asked = why.isEmpty() ? EnumSet.allOf(Why.class) : why;
        Map<String, SchoolDays> days =
                knownOn == null ? schools.days(tx, year, ids, now) : schools.days(tx, year, ids, now, knownOn);
        List<Watched> found = new ArrayList<>();
        for (String school : ids) {
            List<Row> rows = knownOn == null ? store.at(tx, year, school) : store.at(tx, year, school, knownOn);
            SchoolDays ofSchool = days.getOrDefault(school, SchoolDays.NONE);
            found.addAll(watched(tx, year, rows, ofSchool, at.asOf(), asked));
        }
        return new WatchList(at.asOf(), knownOn, year.name(), policy.minimumDays(), ids, asked, found);
    }

    private List<Watched> watched(
            Handle tx, SchoolYear year, List<Row> rows, SchoolDays days, LocalDate asOf, Set<Why> asked) {
        Map<String, OfStudent> now = enrolments.of(
                tx,
                rows.stream()
                        .filter(row -> row.enrolled() == null)
                        .map(row -> row.of().studentId())
                        .toList());
        SchoolDays until = new SchoolDays(days.calendar(), days.submitted(), Math.min(days.today(), year.index(asOf)));
        Span ofSchool = days.ofSchool(year);
        List<Watched> found = new ArrayList<>();
        for (Row row : rows) {
            String school = row.of().schoolId();
            BitSet then = row.enrolled();
            BitSet enrolled = then != null
                    ? then
                    : AtSchool.enrolled(year, spans(now.get(row.of().studentId()), school, ofSchool));
            if (!Watched.isEnrolled(enrolled, year, asOf, ofSchool)) {
                continue;
            }
            AtSchool atSchool = new AtSchool(school, until, enrolled, row.marks());
            String counted = atSchool.counted();
            int end = Strip.last(counted);
            if (end >= 0) {
                AbsencesLeft left = AbsencesLeft.of(
                                Count.of(counted), District.daysAhead(List.of(atSchool), end), policy.minimumDays())
                        .orElse(null);
                Watched.of(row.of(), counted, year.date(end), left, policy.minimumDays())
                        .filter(one -> one.why().stream().anyMatch(asked::contains))
                        .ifPresent(found::add);
            }
        }
        found.sort(Comparator.comparing(
                        Watched::absencesLeftHalfDays, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
                .thenComparing(Watched::daysInARow, Comparator.reverseOrder())
                .thenComparing(Watched::studentId));
        return found;
    }

    private static List<Span> spans(@Nullable OfStudent student, String school, Span days) {
        return student == null
                ? List.of()
                : student.at(school, days).stream()
                        .map(one -> one.enrolled().span())
                        .toList();
    }
}
