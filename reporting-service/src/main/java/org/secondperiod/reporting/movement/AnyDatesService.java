package org.secondperiod.reporting.movement;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.arithmetic.AtSchool;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.movement.db.StudentDaysStore;
import org.secondperiod.reporting.movement.db.StudentDaysStore.Known;
import org.secondperiod.reporting.roster.Enrolment.InYear;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.tallies.MovesBetween;
import org.secondperiod.reporting.tallies.Place;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;

/**
 * Counts how students moved between any two dates, out of each student's own days: for ends of months there is {@link
 * MovementService}, which has to count nobody. It takes some schools at a time, so that memory does not grow with the district.
 */
@ApplicationScoped
public class AnyDatesService {

    private static final int SCHOOLS_AT_ONCE = 20;

    private final StudentDaysStore store;
    private final EnrolmentStore enrolments;
    private final SchoolsService schools;
    private final Policy policy;

    AnyDatesService(StudentDaysStore store, EnrolmentStore enrolments, SchoolsService schools, PolicyService policy) {
        this.store = store;
        this.enrolments = enrolments;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /**
     * Between which dates of the school year.
     *
     * @param knownOn what was learned after this date counts for nothing; none: what is known now
     */
    public record Between(
            SchoolYear year,
            LocalDate from,
            LocalDate to,
            @Nullable LocalDate knownOn) {}

    /**
     * Of the whole of what is asked for, and of each of what it is divided by. In the district, and in its grades and groups, a
     * student of two schools counts once; of some schools at each.
     *
     * @param of all: the district
     */
    public List<MovesBetween.Row> moves(
            Handle tx, Schools of, Between between, @Nullable GroupBy groupBy, Instant now) {
        SchoolYear year = between.year();
        MovesBetween moves = new MovesBetween(year, between.from(), between.to(), policy.minimumDays());
        Set<Scope.Kind> atSchool = ofSchools(of, groupBy);
        Set<Scope.Kind> inDistrict = ofDistrict(of, groupBy);
        List<String> ids =
                of.all() ? store.schools(tx, year) : of.ids().stream().sorted().toList();
        Set<String> several = of.all() ? store.atSeveral(tx, year) : Set.of();
        Map<String, List<StudentDays>> atSeveral = new HashMap<>();
        for (int from = 0; from < ids.size(); from += SCHOOLS_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + SCHOOLS_AT_ONCE));
            for (StudentDays days : days(tx, between, some, groupBy == GroupBy.GROUP, now)) {
                List<Scope> scopes = those(atSchool, Scope.atSchool(days.schoolId(), days.place()));
                if (several.contains(days.studentId())) {
                    atSeveral
                            .computeIfAbsent(days.studentId(), student -> new ArrayList<>())
                            .add(days);
                } else {
                    scopes.addAll(those(inDistrict, Scope.inDistrict(days.place())));
                }
                moves.add(scopes, days.atSchool());
            }
        }
        for (List<StudentDays> days : atSeveral.values()) {
            moves.add(
                    those(inDistrict, Scope.inDistrict(StudentDays.placeInDistrict(days))),
                    StudentDays.inDistrict(days));
        }
        return moves.rows();
    }

    private static Set<Scope.Kind> ofSchools(Schools of, @Nullable GroupBy groupBy) {
        Set<Scope.Kind> kinds = EnumSet.noneOf(Scope.Kind.class);
        if (!of.all()) {
            kinds.add(Scope.Kind.SCHOOL);
        }
        if (groupBy != null && (!of.all() || groupBy.isOfOneSchool())) {
            kinds.add(groupBy.kind());
        }
        return kinds;
    }

    private static Set<Scope.Kind> ofDistrict(Schools of, @Nullable GroupBy groupBy) {
        Set<Scope.Kind> kinds = EnumSet.noneOf(Scope.Kind.class);
        if (of.all()) {
            kinds.add(Scope.Kind.DISTRICT);
            if (groupBy != null && !groupBy.isOfOneSchool()) {
                kinds.add(groupBy.kind());
            }
        }
        return kinds;
    }

    private static List<Scope> those(Set<Scope.Kind> kinds, List<Scope> scopes) {
        List<Scope> those = new ArrayList<>(scopes);
        those.removeIf(scope -> !kinds.contains(scope.kind()));
        return those;
    }

    private List<StudentDays> days(Handle tx, Between between, List<String> ids, boolean groups, Instant now) {
        LocalDate knownOn = between.knownOn();
        return knownOn == null
                ? store.at(tx, between.year(), ids, between.to(), groups)
                : known(tx, between.year(), ids, knownOn, groups, now);
    }

    /** As it was known; groups are those of rosters that had been recorded by then. */
    private List<StudentDays> known(
            Handle tx, SchoolYear year, List<String> ids, LocalDate knownOn, boolean groups, Instant now) {
        List<Known> known = store.known(tx, year, ids, knownOn).stream()
                .filter(one -> !one.enrolled().isEmpty())
                .toList();
        Map<String, SchoolDays> dates = schools.days(tx, year, ids, now, knownOn);
        Map<String, OfStudent> told = groups ? told(tx, known, knownOn) : Map.of();
        return known.stream()
                .map(one -> {
                    SchoolDays ofSchool = dates.getOrDefault(one.schoolId(), SchoolDays.NONE);
                    return new StudentDays(
                            one.studentId(),
                            one.schoolId(),
                            one.enrolled().nextSetBit(0),
                            new AtSchool(one.schoolId(), ofSchool, one.enrolled(), one.marks()).counted(),
                            new Place(
                                    one.grade(),
                                    one.homeroom(),
                                    groups(told.get(one.studentId()), one.schoolId(), ofSchool, year)));
                })
                .toList();
    }

    private Map<String, OfStudent> told(Handle tx, List<Known> known, LocalDate knownOn) {
        return enrolments.of(tx, known.stream().map(Known::studentId).toList()).values().stream()
                .collect(toMap(OfStudent::studentId, student -> student.toldBy(knownOn)));
    }

    /** Those of the latest enrolment, as in tallies. */
    private static List<String> groups(@Nullable OfStudent student, String school, SchoolDays dates, SchoolYear year) {
        return student == null
                ? List.of()
                : student.at(school, dates.ofSchool(year)).stream()
                        .max(Comparator.comparing(one -> one.enrolled().span().entry()))
                        .map(InYear::groups)
                        .orElse(List.of());
    }
}
