package org.secondperiod.reporting.intake;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.facts.db.KnownAbsenceStore;
import org.secondperiod.reporting.facts.db.MarkStore;
import org.secondperiod.reporting.facts.db.SubmissionStore;
import org.secondperiod.reporting.outreach.DaysChanged;
import org.secondperiod.reporting.outreach.db.OutreachStore;
import org.secondperiod.reporting.years.KeptYearsService;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolNewsService;
import org.secondperiod.reporting.years.SubmittedService;
import org.secondperiod.reporting.years.YearService;
import org.secondperiod.reporting.years.db.StudentYearStore;

/** Takes in a batch: what is new of it is kept, and whomever it concerns is counted again. Told again, it changes nothing. */
@ApplicationScoped
public class IntakeService {

    private final SchoolNewsService schools;
    private final RosterNewsService rosters;
    private final MarkStore marks;
    private final SubmissionStore submissions;
    private final KnownAbsenceStore knownAbsences;
    private final SubmittedService submitted;
    private final StudentYearStore studentYears;
    private final YearService years;
    private final OutreachStore outreach;
    private final KeptYearsService kept;
    private final Policy policy;

    IntakeService(
            SchoolNewsService schools,
            RosterNewsService rosters,
            MarkStore marks,
            SubmissionStore submissions,
            KnownAbsenceStore knownAbsences,
            SubmittedService submitted,
            StudentYearStore studentYears,
            YearService years,
            OutreachStore outreach,
            KeptYearsService kept,
            PolicyService policy) {
        this.schools = schools;
        this.rosters = rosters;
        this.marks = marks;
        this.submissions = submissions;
        this.knownAbsences = knownAbsences;
        this.submitted = submitted;
        this.studentYears = studentYears;
        this.years = years;
        this.outreach = outreach;
        this.kept = kept;
        this.policy = policy.policy();
    }

    public void apply(Handle tx, Intake intake, Instant now) {
        schools.take(tx, intake.schools(), now);
        knownAbsences.merge(tx, intake.knownAbsences());
        Set<SchoolDate> signalled = submissions.merge(tx, intake.submissions());
        Set<StudentDay> presentAnyway = marks.presentAnyway(tx, intake.marks());
        Set<StudentDay> marked = marks.merge(tx, intake.marks());
        Set<SchoolDate> dates = dates(marked);
        if (!signalled.isEmpty() || !dates.isEmpty()) {
            submitted.look(tx, signalled, dates, now);
        }
        Set<String> moved = rosters.take(tx, intake.rosters(), intake.rostersGone(), now);
        Set<StudentDay> news = new HashSet<>(marked);
        news.removeAll(presentAnyway);
        studentYears.lock(
                tx,
                moved,
                news.stream().map(StudentDay::studentId).collect(toSet()),
                byYear(List.copyOf(news)).keySet());
        List<DaysChanged> changed = new ArrayList<>();
        if (!moved.isEmpty()) {
            changed.addAll(countAll(tx, moved, marked, now));
        }
        changed.addAll(countDays(tx, news, moved, now));
        Set<SchoolDate> due = outreach.concerned(tx, changed);
        due.addAll(dates(news));
        outreach.due(tx, due);
    }

    private static Set<SchoolDate> dates(Set<StudentDay> days) {
        return days.stream()
                .map(day -> new SchoolDate(day.schoolId(), day.day()))
                .collect(toSet());
    }

    /** Students whose roster changed: their years, as far as there are calendars of them and marks are kept, with all marks. */
    private List<DaysChanged> countAll(Handle tx, Set<String> students, Set<StudentDay> marked, Instant now) {
        Set<SchoolYear> all = new TreeSet<>();
        studentYears.years(tx, students).forEach(year -> all.add(policy.yearBeginning(year)));
        byYear(marked.stream().filter(day -> students.contains(day.studentId())).toList())
                .forEach((year, days) -> {
                    studentYears.makeOf(tx, year, days);
                    all.add(year);
                });
        all.removeIf(year -> !kept.isKept(year, now));
        List<DaysChanged> changed = new ArrayList<>();
        for (SchoolYear year : all) {
            studentYears.make(tx, year, students);
            changed.addAll(years.count(tx, year, students, null, now));
        }
        return changed;
    }

    private List<DaysChanged> countDays(Handle tx, Set<StudentDay> marked, Set<String> counted, Instant now) {
        List<StudentDay> left = marked.stream()
                .filter(day -> !counted.contains(day.studentId()))
                .toList();
        List<DaysChanged> changed = new ArrayList<>();
        byYear(left).forEach((year, days) -> {
            studentYears.makeOf(tx, year, days);
            changed.addAll(years.count(
                    tx, year, days.stream().map(StudentDay::studentId).collect(toSet()), days, now));
        });
        return changed;
    }

    private Map<SchoolYear, List<StudentDay>> byYear(List<StudentDay> days) {
        return new TreeMap<>(days.stream().collect(groupingBy(day -> policy.yearOf(day.day()))));
    }
}
