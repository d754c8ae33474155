package org.secondperiod.reporting.students;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.AbsencesLeft;
import org.secondperiod.reporting.arithmetic.Band;
import org.secondperiod.reporting.arithmetic.Count;
import org.secondperiod.reporting.arithmetic.DayStatus;
import org.secondperiod.reporting.arithmetic.MarkOfDay;
import org.secondperiod.reporting.arithmetic.SchoolDays;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.arithmetic.Standing;
import org.secondperiod.reporting.arithmetic.Strip;
import org.secondperiod.reporting.roster.Enrolled;
import org.secondperiod.reporting.roster.SchoolTold;
import org.secondperiod.reporting.roster.db.EnrolmentStore;
import org.secondperiod.reporting.roster.db.EnrolmentStore.OfStudent;
import org.secondperiod.reporting.roster.db.SchoolStore;
import org.secondperiod.reporting.students.StudentAttendance.DayView;
import org.secondperiod.reporting.students.StudentAttendance.EnrolmentView;
import org.secondperiod.reporting.students.StudentAttendance.SchoolView;
import org.secondperiod.reporting.students.StudentAttendance.StandingView;
import org.secondperiod.reporting.students.db.StudentReader;
import org.secondperiod.reporting.students.db.StudentReader.AbsenceMark;
import org.secondperiod.reporting.students.db.StudentReader.YearRow;
import org.secondperiod.reporting.years.Policy;
import org.secondperiod.reporting.years.PolicyService;
import org.secondperiod.reporting.years.SchoolsService;
import org.secondperiod.reporting.years.Told;
import org.secondperiod.reporting.years.db.StandingStore;

/** Puts together what may be shown of one student. */
@ApplicationScoped
public class StudentAttendanceService {

    private final StudentReader reader;
    private final EnrolmentStore enrolments;
    private final SchoolStore schools;
    private final SchoolsService days;
    private final StandingStore standings;
    private final Policy policy;

    StudentAttendanceService(
            StudentReader reader,
            EnrolmentStore enrolments,
            SchoolStore schools,
            SchoolsService days,
            StandingStore standings,
            PolicyService policy) {
        this.reader = reader;
        this.enrolments = enrolments;
        this.schools = schools;
        this.days = days;
        this.standings = standings;
        this.policy = policy.policy();
    }

    /** The school year of the date; without any school where nothing of it may be seen. */
    public StudentAttendance of(Handle tx, String student, LocalDate day, Instant now) {
        SchoolYear year = policy.yearOf(day);
        List<YearRow> rows = reader.years(tx, student, year);
        List<String> ids = rows.stream().map(YearRow::schoolId).toList();
        Map<String, SchoolTold> known = schools.load(tx, ids);
        Map<String, SchoolDays> dates = days.days(tx, year, ids, now);
        Map<String, List<AbsenceMark>> absences =
                reader.absences(tx, student, year).stream().collect(groupingBy(AbsenceMark::schoolId));
        var enrolled = enrolments.of(tx, List.of(student)).get(student);
        List<SchoolView> views = new ArrayList<>();
        for (YearRow row : rows) {
            views.add(view(
                    year,
                    row,
                    known.get(row.schoolId()),
                    dates.getOrDefault(row.schoolId(), SchoolDays.NONE),
                    enrolled,
                    absences.getOrDefault(row.schoolId(), List.of())));
        }
        return new StudentAttendance(
                student,
                year.name(),
                policy.minimumDays(),
                standing(year, standings.of(tx, List.of(student)).get(student)),
                views,
                reader.knownAbsences(tx, student, year));
    }

    private SchoolView view(
            SchoolYear year,
            YearRow row,
            @Nullable SchoolTold school,
            SchoolDays dates,
            @Nullable OfStudent student,
            List<AbsenceMark> absences) {
        Count count = Count.of(row.days());
        int last = Strip.last(row.days());
        var byDay = absences.stream().collect(groupingBy(AbsenceMark::day));
        return new SchoolView(
                row.schoolId(),
                school == null ? null : school.name(),
                student == null
                        ? List.of()
                        : student.at(row.schoolId(), dates.ofSchool(year)).stream()
                                .map(one -> enrolment(one.enrolled()))
                                .toList(),
                last < 0 ? null : year.date(last),
                count.enrolledHalfDays(),
                count.absentHalfDays(),
                count.reaches(policy.minimumDays()) ? Band.of(count) : null,
                IntStream.rangeClosed(0, last)
                        .filter(index -> isNotable(Strip.at(row.days(), index)))
                        .mapToObj(index -> day(
                                year.date(index),
                                DayStatus.of(Strip.at(row.days(), index)),
                                byDay.getOrDefault(year.date(index), List.of())))
                        .toList(),
                dates.missing().stream().map(year::date).toList(),
                IntStream.range(0, row.marks().length())
                        .filter(index -> Strip.at(row.marks(), index) == Strip.UNKNOWN && dates.counts(index))
                        .mapToObj(year::date)
                        .toList());
    }

    private static boolean isNotable(char letter) {
        return letter != Strip.NOTHING && letter != DayStatus.PRESENT.letter();
    }

    private static DayView day(LocalDate day, DayStatus status, List<AbsenceMark> marks) {
        Optional<MarkOfDay> why =
                MarkOfDay.why(status, marks.stream().map(AbsenceMark::mark).toList());
        return new DayView(
                day,
                status,
                why.filter(MarkOfDay::isExcused).isPresent(),
                why.map(MarkOfDay::reason).orElse(null));
    }

    private static EnrolmentView enrolment(Enrolled one) {
        Span span = one.span();
        return new EnrolmentView(
                span.entry().equals(Span.ALWAYS) ? null : span.entry(),
                span.exit().equals(Span.OPEN) ? null : span.exit(),
                one.grade(),
                one.homeroom());
    }

    private static @Nullable StandingView standing(SchoolYear year, @Nullable Told told) {
        if (told == null || told.year() != year.begins()) {
            return null;
        }
        Standing standing = told.standing();
        AbsencesLeft left = standing.left();
        return new StandingView(
                standing.asOf(),
                standing.count().enrolledHalfDays(),
                standing.count().absentHalfDays(),
                standing.band(),
                left == null ? null : left.halfDays(),
                left == null ? null : left.canEndBelowChronic(),
                standing.run(),
                standing.lastTwenty(),
                told.version());
    }
}
