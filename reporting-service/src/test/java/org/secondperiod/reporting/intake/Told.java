package org.secondperiod.reporting.intake;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.Event;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.SchoolChanged.BellSchedule;
import org.secondperiod.events.SchoolChanged.CalendarDay;
import org.secondperiod.events.SchoolChanged.Period;
import org.secondperiod.events.Topic;
import org.secondperiod.kit.delivery.Received;

/** Events as the student information system and the roster cause them. */
public final class Told {

    private static final Instant RECORDED = Instant.parse("2026-09-01T10:00:00Z");

    /** The one school that goes by half of its periods. */
    public static final String HALF = "HALF";

    private Told() {}

    /** An id that no other test has. */
    public static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** Mondays to Fridays, these included. */
    public static SortedSet<LocalDate> weekdays(String from, String to) {
        SortedSet<LocalDate> days = new TreeSet<>(LocalDate.parse(from)
                .datesUntil(LocalDate.parse(to).plusDays(1))
                .toList());
        days.removeIf(day -> List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek()));
        return days;
    }

    /** A school of eight periods that marks period 1. */
    public static SchoolChanged school(String school, long version, boolean sendsTaken, SortedSet<LocalDate> days) {
        return school(school, version, sendsTaken, days, new TreeSet<>());
    }

    /** The same, whose calendar also says that there is no school on these dates. */
    public static SchoolChanged school(
            String school,
            long version,
            boolean sendsTaken,
            SortedSet<LocalDate> days,
            SortedSet<LocalDate> withoutSchool) {
        Map<LocalDate, CalendarDay> calendar = new TreeMap<>();
        withoutSchool.forEach(day -> calendar.put(day, new CalendarDay(null, null)));
        days.forEach(day -> calendar.put(day, new CalendarDay("regular", null)));
        List<Period> periods = IntStream.rangeClosed(1, 8)
                .mapToObj(period ->
                        new Period(String.valueOf(period), LocalTime.of(7 + period, 0), LocalTime.of(7 + period, 45)))
                .toList();
        return new SchoolChanged(
                fresh("sc"),
                school,
                "School " + school,
                "America/New_York",
                List.of("B-" + school),
                "1",
                3,
                20,
                sendsTaken,
                60,
                10,
                List.of(new BellSchedule("regular", LocalDate.of(2026, 8, 1), false, periods)),
                calendar,
                version,
                RECORDED);
    }

    public static Enrolment at(String school, @Nullable String entry, @Nullable String exit) {
        return new Enrolment(
                school,
                entry == null ? null : LocalDate.parse(entry),
                exit == null ? null : LocalDate.parse(exit),
                "9",
                "9-A",
                null,
                List.of());
    }

    public static EnrolmentsChanged roster(String student, long version, Enrolment... enrolments) {
        return roster(student, version, RECORDED.plusSeconds(version), enrolments);
    }

    public static EnrolmentsChanged roster(String student, long version, Instant recorded, Enrolment... enrolments) {
        return new EnrolmentsChanged(
                fresh("en"), student, List.of(enrolments), List.of(), List.of("choir"), version, recorded);
    }

    /** Of a student in these groups. */
    public static EnrolmentsChanged inGroups(String student, List<String> groups, Enrolment... enrolments) {
        return new EnrolmentsChanged(
                fresh("en"), student, List.of(enrolments), List.of(), groups, 1, RECORDED.plusSeconds(1));
    }

    public static AbsenceMark mark(
            String student, String school, LocalDate day, String period, AttendanceCategory category, long version) {
        String reason = category == AttendanceCategory.EXCUSED_ABSENCE ? "ILLNESS" : null;
        return mark(student, school, day, period, category, reason, version);
    }

    public static AbsenceMark mark(
            String student,
            String school,
            LocalDate day,
            String period,
            AttendanceCategory category,
            @Nullable String reason,
            long version) {
        return new AbsenceMark(
                fresh("m"),
                null,
                student,
                school,
                day,
                period,
                "A",
                category,
                reason,
                day.atTime(12, 20).toInstant(ZoneOffset.UTC),
                version,
                false,
                "sis",
                RECORDED);
    }

    public static AbsenceMark withdrawn(AbsenceMark mark) {
        return new AbsenceMark(
                fresh("m"),
                null,
                mark.studentId(),
                mark.schoolId(),
                mark.schoolDay(),
                mark.period(),
                mark.code(),
                mark.category(),
                null,
                mark.takenAt(),
                mark.version() + 1,
                true,
                "sis",
                RECORDED);
    }

    public static AttendanceTaken taken(
            String school, LocalDate day, String period, @Nullable String classId, long version, boolean deleted) {
        return new AttendanceTaken(
                fresh("t"),
                school,
                day,
                period,
                classId,
                day.atTime(12, 45).toInstant(ZoneOffset.UTC),
                version,
                deleted,
                "sis",
                RECORDED);
    }

    /** The event as a record that came. */
    public static <T extends Event> Received received(Topic<T> topic, T event) {
        return new Received(topic.name(), 0, 0, topic.key().apply(event), EventJson.write(event), Map.of());
    }
}
