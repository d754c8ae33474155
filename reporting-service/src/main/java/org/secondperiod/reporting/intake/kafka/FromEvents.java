package org.secondperiod.reporting.intake.kafka;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.kit.delivery.BadEvent;
import org.secondperiod.reporting.arithmetic.MarkKind;
import org.secondperiod.reporting.arithmetic.Span;
import org.secondperiod.reporting.facts.KnownAbsence;
import org.secondperiod.reporting.facts.Mark;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.StudentDay;
import org.secondperiod.reporting.facts.Submission;
import org.secondperiod.reporting.facts.Version;
import org.secondperiod.reporting.roster.Enrolled;
import org.secondperiod.reporting.roster.RosterVersion;
import org.secondperiod.reporting.roster.SchoolTold;

/** From events to what this service keeps of them. */
final class FromEvents {

    private FromEvents() {}

    static Mark mark(AbsenceMark event) {
        MarkKind kind = kind(event.category());
        return new Mark(
                new StudentDay(event.studentId(), event.schoolId(), event.schoolDay()),
                event.period(),
                kind,
                event.reason(),
                event.deleted(),
                new Version(
                        event.version(),
                        millis(event.takenAt()),
                        event.deleted() || kind != MarkKind.UNKNOWN,
                        event.eventId()));
    }

    private static MarkKind kind(AttendanceCategory category) {
        return switch (category) {
            case UNEXCUSED_ABSENCE -> MarkKind.ABSENT;
            case EXCUSED_ABSENCE -> MarkKind.EXCUSED;
            case TARDY -> MarkKind.LATE;
            case PARTIAL -> MarkKind.PARTIAL;
            case UNKNOWN -> MarkKind.UNKNOWN;
            case IN_ATTENDANCE, PRESENT, EARLY_DEPARTURE -> MarkKind.PRESENT;
        };
    }

    static Submission submission(AttendanceTaken event) {
        return new Submission(
                new SchoolDate(event.schoolId(), event.schoolDay()),
                event.period(),
                Objects.requireNonNullElse(event.classId(), ""),
                event.deleted(),
                new Version(event.version(), millis(event.takenAt()), true, event.eventId()));
    }

    static KnownAbsence knownAbsence(org.secondperiod.events.KnownAbsence event, ZoneId zone) {
        Instant from = event.from();
        Instant to = event.to();
        LocalDate first = event.fromDay() != null || from == null ? event.fromDay() : LocalDate.ofInstant(from, zone);
        LocalDate last = event.toDay() != null || to == null ? event.toDay() : LocalDate.ofInstant(to, zone);
        if (first == null || last == null) {
            throw new BadEvent("a known absence covers neither days nor hours");
        }
        return new KnownAbsence(
                event.absenceId(),
                event.studentId(),
                event.schoolId(),
                event.reason().name(),
                first,
                last,
                event.deleted(),
                new Version(event.version(), millis(event.recordedAt()), true, event.eventId()));
    }

    static RosterVersion roster(EnrolmentsChanged event) {
        return new RosterVersion(
                event.studentId(),
                event.version(),
                millis(event.recordedAt()),
                event.enrolments().stream().map(FromEvents::enrolled).toList(),
                event.groups());
    }

    private static Enrolled enrolled(EnrolmentsChanged.Enrolment enrolment) {
        return new Enrolled(
                enrolment.schoolId(),
                new Span(
                        Objects.requireNonNullElse(enrolment.entry(), Span.ALWAYS),
                        Objects.requireNonNullElse(enrolment.exit(), Span.OPEN)),
                enrolment.grade(),
                enrolment.homeroom(),
                enrolment.firstPeriod());
    }

    static SchoolTold school(SchoolChanged event) {
        SortedMap<LocalDate, Integer> periods = new TreeMap<>();
        SortedMap<LocalDate, List<LocalTime>> starts = new TreeMap<>();
        event.calendar().forEach((date, day) -> {
            if (day.dayType() == null) {
                periods.put(date, SchoolTold.NO_SCHOOL);
                return;
            }
            List<SchoolChanged.Period> bells = bells(event, date, day);
            periods.put(date, bells.size());
            starts.put(
                    date,
                    bells.stream().map(SchoolChanged.Period::start).sorted().toList());
        });
        return new SchoolTold(
                event.schoolId(),
                event.version(),
                event.name(),
                ZoneId.of(event.zone()),
                event.triggerPeriod(),
                event.sendsAttendanceTaken(),
                periods,
                starts);
    }

    /** Those of the bell schedule that is in effect on the date; none where there is no schedule of the day's type. */
    private static List<SchoolChanged.Period> bells(
            SchoolChanged event, LocalDate date, SchoolChanged.CalendarDay day) {
        String type = day.dayType();
        return event.bellSchedules().stream()
                .filter(bells ->
                        bells.dayType().equals(type) && !bells.effectiveFrom().isAfter(date))
                .max(Comparator.comparing(SchoolChanged.BellSchedule::effectiveFrom))
                .map(SchoolChanged.BellSchedule::periods)
                .orElse(List.of());
    }

    private static Instant millis(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
