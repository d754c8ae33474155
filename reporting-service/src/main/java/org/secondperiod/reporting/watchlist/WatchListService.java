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
import org.secondperiod.reporting.roster.Enrolment.InYear;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.watchlist.WatchList.LeftOut;
import org.secondperiod.reporting.watchlist.db.WatchStore;
import org.secondperiod.reporting.watchlist.db.WatchStore.Row;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;

/** Finds whom a school should look at: out of each student's own days, as of any date. */
@ApplicationScoped
public class WatchListService {

    private static final Comparator<Watched> LEAST_LEFT = Comparator.comparing(
                    Watched::absencesLeftHalfDays, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(Watched::daysInARow, Comparator.reverseOrder())
            .thenComparing(Watched::studentId);

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

    /**
     * Of these schools, as what was known when tells it.
     *
     * @param why those reasons that are asked for; none: all
     */
    public WatchList list(Handle tx, List<String> ids, At at, Whom whom, Set<Why> why, Instant now) {
        SchoolYear year = policy.yearOf(at.asOf());
        LocalDate knownOn = at.knownOn();
        Set<Why> asked = why.isEmpty() ? EnumSet.allOf(Why.class) : why;
        Map<String, SchoolDays> days =
                knownOn == null ? schools.days(tx, year, ids, now) : schools.days(tx, year, ids, now, knownOn);
        List<Watched> found = new ArrayList<>();
        LeftOut leftOut = LeftOut.NONE;
        for (String school : ids) {
            OfSchool ofSchool = ofSchool(tx, year, school, days.getOrDefault(school, SchoolDays.NONE), at, whom);
            ofSchool.watched().stream()
                    .filter(one -> one.why().stream().anyMatch(asked::contains))
                    .sorted(LEAST_LEFT)
                    .forEach(found::add);
            leftOut = leftOut.plus(ofSchool.leftOut());
        }
        return new WatchList(
                at.asOf(),
                knownOn,
                year.name(),
                policy.minimumDays(),
                ids,
                whom.grade(),
                whom.homeroom(),
                whom.group(),
                asked,
                WatchList.Count.of(found),
                leftOut,
                found);
    }

    /** Who of a school is on its list for any reason, and who is left out. */
    private record OfSchool(List<Watched> watched, LeftOut leftOut) {}

    private OfSchool ofSchool(Handle tx, SchoolYear year, String school, SchoolDays days, At at, Whom whom) {
        LocalDate asOf = at.asOf();
        LocalDate knownOn = at.knownOn();
        List<Row> all = knownOn == null ? store.at(tx, year, school) : store.at(tx, year, school, knownOn);
        List<Row> rows = all.stream().filter(row -> whom.isAt(row.of())).toList();
        Map<String, OfStudent> now = enrolments.of(
                tx,
                rows.stream()
                        .filter(row -> row.enrolled() == null || whom.group() != null)
                        .map(row -> row.of().studentId())
                        .toList());
        SchoolDays until = new SchoolDays(days.calendar(), days.submitted(), Math.min(days.today(), year.index(asOf)));
        Span ofSchool = days.ofSchool(year);
        List<Watched> watched = new ArrayList<>();
        long belowMinimum = 0;
        long noDayCounts = 0;
        long noLongerEnrolled = 0;
        for (Row row : rows) {
            OfStudent student = now.get(row.of().studentId());
            if (whom.group() != null && !whom.isIn(groups(student, school, ofSchool, knownOn))) {
                continue;
            }
            BitSet then = row.enrolled();
            BitSet enrolled = then != null ? then : AtSchool.enrolled(year, spans(student, school, ofSchool));
            if (!Watched.isEnrolled(enrolled, year, asOf, ofSchool)) {
                noLongerEnrolled += Watched.wasEnrolled(enrolled, year, asOf) ? 1 : 0;
                continue;
            }
            AtSchool atSchool = new AtSchool(school, until, enrolled, row.marks());
            String counted = atSchool.counted();
            int end = Strip.last(counted);
            if (end < 0) {
                noDayCounts++;
                continue;
            }
            Count count = Count.of(counted);
            belowMinimum += count.reaches(policy.minimumDays()) ? 0 : 1;
            int ahead = District.daysAhead(List.of(atSchool), end);
            AbsencesLeft left =
                    AbsencesLeft.of(count, ahead, policy.minimumDays()).orElse(null);
            Watched.of(row.of(), counted, year.date(end), left, policy.minimumDays())
                    .ifPresent(watched::add);
        }
        return new OfSchool(
                watched,
                new LeftOut(belowMinimum, noDayCounts, noLongerEnrolled, days.notSubmitted(0, year.index(asOf))));
    }

    /** Those of the latest enrolment, as in tallies. @param toldBy none: as they are told now */
    private static List<String> groups(
            @Nullable OfStudent student, String school, Span days, @Nullable LocalDate toldBy) {
        if (student == null) {
            return List.of();
        }
        OfStudent told = toldBy == null ? student : student.toldBy(toldBy);
        return told.at(school, days).stream()
                .max(Comparator.comparing(one -> one.enrolled().span().entry()))
                .map(InYear::groups)
                .orElse(List.of());
    }

    private static List<Span> spans(@Nullable OfStudent student, String school, Span days) {
        return student == null
                ? List.of()
                : student.at(school, days).stream()
                        .map(one -> one.enrolled().span())
                        .toList();
    }
}
