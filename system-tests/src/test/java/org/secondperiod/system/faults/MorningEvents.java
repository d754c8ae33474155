package org.secondperiod.system.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Scan.Direction;
import org.secondperiod.events.SchoolChanged;
import org.secondperiod.events.SchoolChanged.BellSchedule;
import org.secondperiod.events.SchoolChanged.CalendarDay;
import org.secondperiod.events.SchoolChanged.Period;
import org.secondperiod.events.Topics;
import org.secondperiod.system.faults.Morning.Student;
import org.secondperiod.system.histories.Told;

/** The events of a made-up morning, by the clock on the wall of its schools. */
final class MorningEvents {

    private static final ZoneId ZONE = ZoneId.of(Stand.ZONE);
    /** No share is over it: else one that is passed only until the next correction would hold a whole school for that moment. */
    private static final int NO_MASS_ABSENCE = 100;

    private final String name;
    private final LocalDate day;
    private int ids;

    MorningEvents(String name, LocalDate day) {
        this.name = name;
        this.day = day;
    }

    Instant at(String clock) {
        return day.atTime(LocalTime.parse(clock)).atZone(ZONE).toInstant();
    }

    Told roster(Student student, String recorded) {
        return Told.of(
                at(recorded),
                Topics.ENROLMENTS,
                new EnrolmentsChanged(
                        student.id() + "-v1",
                        student.id(),
                        List.of(new Enrolment(student.schoolId(), null, null, null, null, null, List.of())),
                        List.of(),
                        List.of(),
                        1,
                        at(recorded)));
    }

    Told mark(Student student, AttendanceCategory category, long version, String taken, String recorded) {
        return Told.of(
                at(recorded),
                Topics.MARKS,
                new AbsenceMark(
                        "%s-m%d".formatted(name, ids++),
                        "%s-period1-%d".formatted(student.id(), version),
                        student.id(),
                        student.schoolId(),
                        day,
                        "1",
                        code(category),
                        category,
                        null,
                        at(taken),
                        version,
                        false,
                        "sis",
                        at(recorded)));
    }

    private static String code(AttendanceCategory category) {
        return switch (category) {
            case UNEXCUSED_ABSENCE -> "A";
            case EXCUSED_ABSENCE -> "E";
            case TARDY -> "T";
            default -> "P";
        };
    }

    Told scan(Student student, Direction direction, String scanned, String recorded) {
        boolean north = student.schoolId().endsWith("North");
        var id = "%s-c%d".formatted(name, ids++);
        return Told.of(
                at(recorded),
                Topics.SCANS,
                new Scan(
                        id,
                        id,
                        student.id(),
                        name + (north ? "-N1" : "-S1"),
                        name + (north ? "-NB" : "-SB"),
                        at(scanned),
                        direction,
                        null,
                        null,
                        at(recorded)));
    }

    /** A reader says that it is there, with an empty queue. */
    Told heartbeat(String suffix, int allowedSilence, String clock) {
        var now = at(clock);
        return Told.of(now, Topics.READERS, reader(suffix, allowedSilence, now));
    }

    private ReaderChanged reader(String suffix, int allowedSilence, Instant now) {
        return new ReaderChanged(
                "%s%s-%d".formatted(name, suffix, now.getEpochSecond()),
                Kind.HEARTBEAT,
                name + suffix,
                name + (suffix.startsWith("-N") ? "-NB" : "-SB"),
                name + suffix,
                true,
                null,
                allowedSilence,
                now,
                0,
                null,
                1,
                now);
    }

    Told school(String suffix, String recorded) {
        return Told.of(at(recorded), Topics.SCHOOLS, school(name + suffix, at(recorded)));
    }

    private SchoolChanged school(String id, Instant now) {
        var bells = new BellSchedule(
                "regular",
                day.minusDays(30),
                false,
                List.of(
                        new Period("1", LocalTime.of(8, 0), LocalTime.of(8, 41)),
                        new Period("2", LocalTime.of(8, 45), LocalTime.of(10, 56))));
        return new SchoolChanged(
                id + "-v1",
                id,
                id,
                Stand.ZONE,
                List.of(name + (id.endsWith("North") ? "-NB" : "-SB")),
                "1",
                3,
                20,
                false,
                NO_MASS_ABSENCE,
                10,
                List.of(bells),
                Map.of(day, new CalendarDay("regular", null)),
                1,
                now);
    }
}
