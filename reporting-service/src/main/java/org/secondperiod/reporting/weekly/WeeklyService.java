package org.secondperiod.reporting.weekly;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
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
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.chronicabsence.Cell;
import org.secondperiod.reporting.chronicabsence.SmallGroups;
import org.secondperiod.reporting.chronicabsence.Sums;
import org.secondperiod.reporting.chronicabsence.db.SumStore;
import org.secondperiod.reporting.chronicabsence.db.SumStore.At;
import org.secondperiod.reporting.chronicabsence.db.SumStore.OnDay;
import org.secondperiod.reporting.outreach.OutreachSums;
import org.secondperiod.reporting.outreach.db.OutreachSumStore;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.weekly.Wall.Part;
import org.secondperiod.reporting.weekly.WeeklyPage.Calls;
import org.secondperiod.reporting.weekly.WeeklyPage.Day;
import org.secondperiod.reporting.weekly.WeeklyPage.Grade;
import org.secondperiod.reporting.weekly.WeeklyPage.Share;
import org.secondperiod.reporting.weekly.WeeklyPage.Week;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;

/** Puts a school's week together for a wall. */
@ApplicationScoped
public class WeeklyService {

    private static final int HUNDRED = 100;
    private static final int HALVES = 2;
    private static final int WEEK = 7;
    private static final int WEEKS = 8;

    private final SumStore sums;
    private final OutreachSumStore outreach;
    private final SchoolStore schools;
    private final Policy policy;

    WeeklyService(SumStore sums, OutreachSumStore outreach, SchoolStore schools, PolicyService policy) {
        this.sums = sums;
        this.outreach = outreach;
        this.schools = schools;
        this.policy = policy.policy();
    }

    /** The week of the date, as what is known now tells it; of a week between two school years the days of the later one. */
    public WeeklyPage page(Handle tx, String school, LocalDate date) {
        LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate friday = monday.with(DayOfWeek.FRIDAY);
        SchoolYear year = policy.yearOf(friday);
        List<OnDay> days = days(tx, year, school, null, friday);
        SortedMap<String, Sums> grades = grades(tx, year, school, friday);
        long students = grades.values().stream().mapToLong(Sums::enrolled).sum();
        boolean small = students < SmallGroups.SMALLEST;
        SchoolTold told = schools.load(tx, List.of(school)).get(school);
        return new WeeklyPage(
                school,
                told == null ? null : told.name(),
                year.name(),
                monday,
                friday,
                small ? null : share(days, monday, friday),
                small ? null : share(days, monday.minusDays(WEEK), friday.minusDays(WEEK)),
                small ? null : share(days, year.first(), friday),
                small ? null : students,
                policy.minimumDays(),
                small ? List.of() : ofWeek(days, monday),
                small ? List.of() : weeks(days, monday),
                small ? List.of() : lines(tx, year, school, monday, friday, grades),
                small ? null : others(tx, year, school, monday, friday, grades),
                small ? null : calls(tx, school, monday, friday));
    }

    private List<OnDay> days(Handle tx, SchoolYear year, String school, @Nullable String grade, LocalDate until) {
        return sums.byDay(
                tx,
                year,
                grade == null ? Scope.Kind.SCHOOL : Scope.Kind.GRADE,
                List.of(school),
                grade,
                new At(until, null));
    }

    private SortedMap<String, Sums> grades(Handle tx, SchoolYear year, String school, LocalDate until) {
        SortedMap<String, Sums> grades = new TreeMap<>();
        sums.of(tx, year, Scope.Kind.GRADE, new At(until, null), List.of(school))
                .forEach(one -> grades.put(one.value(), one.sums()));
        return grades;
    }

    /** A day of few absences has no share, and others have none with it where it would follow from them and the week. */
    private static List<Day> ofWeek(List<OnDay> days, LocalDate monday) {
        List<OnDay> week = days.stream()
                .filter(day -> !day.day().isBefore(monday) && attendance(day.sums()) != null)
                .toList();
        SortedMap<String, Part> parts = new TreeMap<>();
        week.forEach(day -> parts.put(day.day().toString(), absences(day.sums())));
        Set<String> shown = Wall.shown(parts);
        return week.stream()
                .map(day -> new Day(
                        day.day(),
                        day.day().getDayOfWeek(),
                        shown.contains(day.day().toString()) ? attendance(day.sums()) : null))
                .toList();
    }

    private static List<Week> weeks(List<OnDay> days, LocalDate last) {
        return days.stream()
                .filter(day -> attendance(day.sums()) != null)
                .map(day -> day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
                .filter(monday -> !monday.isAfter(last))
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(monday -> new Week(monday, share(days, monday, monday.plusDays(WEEK - 1L))))
                .limit(WEEKS)
                .toList()
                .reversed();
    }

    private List<Grade> lines(
            Handle tx,
            SchoolYear year,
            String school,
            LocalDate monday,
            LocalDate friday,
            SortedMap<String, Sums> grades) {
        SortedMap<String, Part> parts = new TreeMap<>();
        grades.forEach((grade, until) -> parts.put(grade, chronic(until)));
        Set<String> withChronic = Wall.shown(parts);
        List<Grade> lines = new ArrayList<>();
        for (Cell cell : cells(school, grades)) {
            String grade = cell.of().grade();
            if (cell.shownIn() == Cell.Whole.GRADE) {
                Sums week = added(days(tx, year, school, grade, friday), monday, friday);
                lines.add(new Grade(
                        grade.isEmpty() ? null : grade,
                        new Share(attendance(week), withChronic.contains(grade) ? percent(parts.get(grade)) : null)));
            }
        }
        return lines;
    }

    /** Small grades together. Whether they have a chronic share follows from those that have one. */
    private @Nullable Share others(
            Handle tx,
            SchoolYear year,
            String school,
            LocalDate monday,
            LocalDate friday,
            SortedMap<String, Sums> grades) {
        Sums week = Sums.NONE;
        boolean any = false;
        for (Cell cell : cells(school, grades)) {
            if (cell.shownIn() != Cell.Whole.GRADE) {
                week = week.plus(added(days(tx, year, school, cell.of().grade(), friday), monday, friday));
                any = true;
            }
        }
        return any ? new Share(attendance(week), null) : null;
    }

    private static List<Cell> cells(String school, SortedMap<String, Sums> grades) {
        SortedMap<Cell.Of, Sums> cells = new TreeMap<>();
        grades.forEach((grade, until) -> cells.put(new Cell.Of(school, grade), until));
        return SmallGroups.in(cells, Map.of());
    }

    private @Nullable Calls calls(Handle tx, String school, LocalDate monday, LocalDate friday) {
        OutreachSums week = outreach.total(tx, new Days(Schools.of(List.of(school)), monday, friday, null));
        Part reached = new Part(week.called(), week.reached());
        return week.called() < SmallGroups.SMALLEST
                ? null
                : new Calls(
                        week.called(),
                        count(reached),
                        percent(reached),
                        count(new Part(week.mayReturn(), week.returned())));
    }

    /** What these days added, with the chronic share as of the last of them. */
    private static @Nullable Share share(List<OnDay> days, LocalDate from, LocalDate to) {
        Sums added = added(days, from, to);
        BigDecimal attendance = attendance(added);
        Sums until = days.stream()
                .filter(day -> !day.day().isAfter(to))
                .map(OnDay::sums)
                .reduce(Sums.NONE, Sums::plus);
        return attendance == null
                ? null
                : new Share(absences(added).isForAnybody() ? attendance : null, percent(chronic(until)));
    }

    private static Sums added(List<OnDay> days, LocalDate from, LocalDate to) {
        return days.stream()
                .filter(day -> !day.day().isBefore(from) && !day.day().isAfter(to))
                .map(OnDay::sums)
                .reduce(Sums.NONE, Sums::plus);
    }

    private static Part chronic(Sums until) {
        return new Part(until.inBands(), until.chronic() + until.severe());
    }

    /** Whole days absent of those enrolled: at least so many students were absent on a day, and at most so many were not. */
    private static Part absences(Sums added) {
        return new Part(added.enrolledHalfDays() / HALVES, Math.ceilDiv(added.absentHalfDays(), HALVES));
    }

    private static @Nullable BigDecimal attendance(Sums added) {
        return whole(added.enrolledHalfDays() - added.absentHalfDays(), added.enrolledHalfDays());
    }

    private static @Nullable BigDecimal percent(@Nullable Part part) {
        return part == null || !part.isForAnybody() ? null : whole(part.count(), part.of());
    }

    private static @Nullable Long count(Part part) {
        return part.isForAnybody() ? part.count() : null;
    }

    private static @Nullable BigDecimal whole(long part, long of) {
        return of == 0
                ? null
                : BigDecimal.valueOf(part * HUNDRED).divide(BigDecimal.valueOf(of), 0, RoundingMode.HALF_UP);
    }
}
