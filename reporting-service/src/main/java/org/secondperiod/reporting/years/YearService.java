package org.secondperiod.reporting.years;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.delivery.Outbox;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.facts.db.MarkStore;
import org.secondperiod.reporting.outreach.DaysChanged;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.tallies.Additions;
import org.secondperiod.reporting.tallies.db.TallyStore;
import org.secondperiod.reporting.years.db.StandingStore;
import org.secondperiod.reporting.years.db.StudentYearStore;
import org.secondperiod.reporting.years.kafka.StandingEvents;

/**
 * Counts students' years again, and writes, tallies and tells what differs from before. Their rows are taken first and everything
 * else is read after that, so that of two who count the same student the later one sees what the earlier one saw, and more.
 */
@ApplicationScoped
public class YearService {

    private final StudentYearStore years;
    private final EnrolmentStore enrolments;
    private final SchoolsService schools;
    private final MarkStore marks;
    private final TallyStore tallies;
    private final StandingStore standings;
    private final StandingEvents events;
    private final Outbox outbox;
    private final Policy policy;

    YearService(
            StudentYearStore years,
            EnrolmentStore enrolments,
            SchoolsService schools,
            MarkStore marks,
            TallyStore tallies,
            StandingStore standings,
            StandingEvents events,
            Outbox outbox,
            PolicyService policy) {
        this.years = years;
        this.enrolments = enrolments;
        this.schools = schools;
        this.marks = marks;
        this.tallies = tallies;
        this.standings = standings;
        this.events = events;
        this.outbox = outbox;
        this.policy = policy.policy();
    }

    /**
     * Counts these students' years again, and returns the days that are no longer what they were.
     *
     * @param changed the days whose marks are read again; null: all of the year
     */
    public List<DaysChanged> count(
            Handle tx,
            SchoolYear year,
            Collection<String> students,
            @Nullable Collection<StudentDay> changed,
            Instant now) {
        Map<String, List<StudentYear>> before =
                new TreeMap<>(years.take(tx, year, students).stream().collect(groupingBy(StudentYear::studentId)));
        Map<String, OfStudent> enrolled = enrolments.of(tx, students);
        Map<String, SchoolInYear> at = schools.in(tx, year, schoolsOf(before.values()), now);
        Map<String, Map<String, Map<LocalDate, Map<String, MarkKind>>>> read = marks(tx, year, students, changed);
        Map<String, Told> told = standings.take(tx, students);

        LocalDate today = LocalDate.ofInstant(now, policy.zone());
        Additions additions = new Additions(year, policy.minimumDays());
        List<StudentYear> saved = new ArrayList<>();
        List<StudentYear> was = new ArrayList<>();
        List<Told> telling = new ArrayList<>();
        List<DaysChanged> days = new ArrayList<>();
        before.forEach((student, rows) -> {
            Recount recount = new Recount(year, rows, at, enrolled.get(student), policy.minimumDays());
            Counted counted = recount.with(read.getOrDefault(student, Map.of()), changed == null);
            counted.changes(saved::add);
            counted.changesOfThePast(today, was::add);
            counted.changesOfDays(days::add);
            counted.addTo(additions);
            Told.next(student, year, told.get(student), counted.standing()).ifPresent(telling::add);
        });
        years.save(tx, year, saved);
        years.keepBefore(tx, year, was, today);
        standings.put(tx, telling);
        outbox.add(tx, telling.stream().map(each -> events.of(each, now)).toList());
        tallies.add(tx, year, additions, today);
        return days;
    }

    /** The marks by student, school and date: of the changed days, or of all of them. A day without any is in it too if it changed. */
    private Map<String, Map<String, Map<LocalDate, Map<String, MarkKind>>>> marks(
            Handle tx, SchoolYear year, Collection<String> students, @Nullable Collection<StudentDay> changed) {
        Map<StudentDay, Map<String, MarkKind>> found = changed == null
                ? marks.all(tx, students, year.first(), year.last())
                : new HashMap<>(marks.of(tx, changed));
        if (changed != null) {
            changed.forEach(day -> found.putIfAbsent(day, Map.of()));
        }
        Map<String, Map<String, Map<LocalDate, Map<String, MarkKind>>>> by = new HashMap<>();
        found.forEach((day, kinds) -> by.computeIfAbsent(day.studentId(), key -> new HashMap<>())
                .computeIfAbsent(day.schoolId(), key -> new HashMap<>())
                .put(day.day(), kinds));
        return by;
    }

    private static Collection<String> schoolsOf(Collection<List<StudentYear>> rows) {
        return rows.stream()
                .flatMap(Collection::stream)
                .map(StudentYear::schoolId)
                .collect(toSet());
    }
}
