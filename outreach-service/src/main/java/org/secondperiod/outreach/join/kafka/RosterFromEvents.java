package org.secondperiod.outreach.join.kafka;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.kit.ids.BuildingId;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.roster.Enrolment;
import org.secondperiod.outreach.roster.StudentRoster;
import org.secondperiod.outreach.schooldays.SchoolSettings;
import org.secondperiod.outreach.schooldays.SchoolVersion;

/** From events of the roster to schools and enrolments. */
final class RosterFromEvents {

    private RosterFromEvents() {}

    static SchoolVersion school(SchoolChanged event) {
        return new SchoolVersion(
                new SchoolSettings(
                        new SchoolId(event.schoolId()),
                        event.name(),
                        ZoneId.of(event.zone()),
                        event.buildings().stream().map(BuildingId::new).toList(),
                        event.triggerPeriod(),
                        event.graceMinutes(),
                        event.lateLimitMinutes(),
                        event.sendsAttendanceTaken(),
                        event.massAbsencePercent(),
                        event.holdMinutes(),
                        event.bellSchedules().stream()
                                .map(RosterFromEvents::bells)
                                .toList(),
                        calendar(event)),
                event.version());
    }

    private static Map<LocalDate, SchoolSettings.CalendarDay> calendar(SchoolChanged event) {
        return event.calendar().entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        day -> new SchoolSettings.CalendarDay(
                                day.getValue().dayType(), day.getValue().note()),
                        (one, other) -> other,
                        TreeMap::new));
    }

    private static SchoolSettings.BellSchedule bells(SchoolChanged.BellSchedule schedule) {
        return new SchoolSettings.BellSchedule(
                schedule.dayType(),
                schedule.effectiveFrom(),
                schedule.remote(),
                schedule.periods().stream()
                        .map(period -> new SchoolSettings.Bell(period.period(), period.start(), period.end()))
                        .toList());
    }

    static StudentRoster roster(EnrolmentsChanged event) {
        return new StudentRoster(
                new StudentId(event.studentId()),
                event.enrolments().stream().map(RosterFromEvents::enrolment).toList(),
                event.version());
    }

    private static Enrolment enrolment(EnrolmentsChanged.Enrolment enrolment) {
        return new Enrolment(
                new SchoolId(enrolment.schoolId()),
                enrolment.entry(),
                enrolment.exit(),
                enrolment.grade(),
                enrolment.homeroom(),
                enrolment.firstPeriod(),
                classes(enrolment.classes()));
    }

    private static List<Enrolment.SchoolClass> classes(List<EnrolmentsChanged.SchoolClass> classes) {
        return classes.stream()
                .map(one -> new Enrolment.SchoolClass(one.classId(), one.title(), one.periods(), one.teacher()))
                .toList();
    }
}
