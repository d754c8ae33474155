package org.secondperiod.reporting.years;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.reporting.intake.Told;

/**
 * A made-up autumn of four schools, one of which goes by half of its periods, and twelve students: marks of days and periods in
 * several versions, submissions of schools and classes, some withdrawn, transfers, leavers, first and last days that are corrected, two
 * schools at once, snow days, days submitted before they come.
 */
final class AnyHistory {

    private static final SortedSet<LocalDate> DAYS = Told.weekdays("2026-09-07", "2026-10-23");
    private static final List<String> PERIODS = List.of("day", "1", "2", "3");

    private final Random random;
    private final List<String> schools;
    private final List<String> students;
    private final List<LocalDate> days = List.copyOf(DAYS);
    private final List<Received> records = new ArrayList<>();
    private final List<AbsenceMark> marks = new ArrayList<>();

    AnyHistory(Random random, String suffix) {
        this.random = random;
        this.schools = List.of("A" + suffix, "B" + suffix, "C" + suffix, Told.HALF);
        this.students = IntStream.range(0, 12).mapToObj(i -> "s" + i + suffix).toList();
        schools();
        students.forEach(this::roster);
        submissions();
        marks();
        marksOfPeriods();
    }

    List<Received> records() {
        return records;
    }

    private void schools() {
        for (String school : schools) {
            int versions = 1 + random.nextInt(3);
            for (int version = 1; version <= versions; version++) {
                SortedSet<LocalDate> calendar = Told.weekdays("2026-09-07", "2026-10-23");
                calendar.remove(any(days));
                records.add(
                        Told.received(Topics.SCHOOLS, Told.school(school, version, !school.startsWith("C"), calendar)));
            }
        }
    }

    private void roster(String student) {
        int versions = 1 + random.nextInt(3);
        List<Enrolment> enrolments = List.of();
        for (int version = 1; version <= versions; version++) {
            enrolments = version > 1 && random.nextBoolean() ? corrected(enrolments) : enrolments();
            records.add(Told.received(
                    Topics.ENROLMENTS,
                    new EnrolmentsChanged(
                            Told.fresh("e"),
                            student,
                            enrolments,
                            List.of(),
                            random.nextBoolean() ? List.of("choir") : List.of("choir", "chess"),
                            version,
                            Instant.parse("2026-09-03T10:00:00Z").plus(Duration.ofDays(18L * (version - 1))))));
        }
    }

    private List<Enrolment> enrolments() {
        List<Enrolment> enrolments = new ArrayList<>();
        for (String school : schools) {
            if (random.nextInt(5) < 2) {
                enrolments.add(enrolment(school));
            }
        }
        return enrolments;
    }

    /** The same, some of them with other days. */
    private List<Enrolment> corrected(List<Enrolment> before) {
        List<Enrolment> corrected = new ArrayList<>();
        for (Enrolment one : before) {
            corrected.add(new Enrolment(
                    one.schoolId(),
                    random.nextBoolean() ? any(days) : one.entry(),
                    random.nextInt(3) == 0 ? any(days) : one.exit(),
                    one.grade(),
                    one.homeroom(),
                    one.firstPeriod(),
                    List.of()));
        }
        return corrected;
    }

    private Enrolment enrolment(String school) {
        LocalDate entry = random.nextInt(3) == 0 ? any(days) : null;
        LocalDate exit = random.nextInt(4) == 0 ? any(days) : null;
        return new Enrolment(
                school,
                entry,
                exit,
                random.nextInt(4) == 0 ? null : "9",
                random.nextBoolean() ? "9-A" : "9-B",
                random.nextInt(4) == 0 ? "2" : null,
                List.of());
    }

    private void submissions() {
        for (String school : schools) {
            for (LocalDate day : days) {
                if (random.nextInt(8) > 0) {
                    String period = random.nextInt(3) == 0 ? "1" : "day";
                    String classId = random.nextInt(3) == 0 ? "class-" + random.nextInt(2) : null;
                    records.add(Told.received(Topics.TAKEN, Told.taken(school, day, period, classId, 1, false)));
                    if (random.nextInt(10) == 0) {
                        records.add(Told.received(Topics.TAKEN, Told.taken(school, day, period, classId, 2, true)));
                    }
                }
            }
        }
    }

    private void marks() {
        for (int i = 0; i < 400; i++) {
            AbsenceMark mark = Told.mark(
                    any(students),
                    any(schools),
                    any(days),
                    any(PERIODS),
                    any(List.of(AttendanceCategory.values())),
                    random.nextInt(3));
            tell(mark);
            if (random.nextInt(6) == 0) {
                tell(Told.withdrawn(mark));
            }
        }
    }

    /** Days of many periods each, about half of which are absences. */
    private void marksOfPeriods() {
        for (int i = 0; i < 60; i++) {
            String student = any(students);
            LocalDate day = any(days);
            for (int period = 1; period <= 8; period++) {
                if (random.nextInt(4) > 0) {
                    AttendanceCategory category = random.nextBoolean()
                            ? AttendanceCategory.UNEXCUSED_ABSENCE
                            : any(List.of(AttendanceCategory.values()));
                    tell(Told.mark(student, Told.HALF, day, String.valueOf(period), category, random.nextInt(3)));
                }
            }
        }
    }

    private void tell(AbsenceMark mark) {
        marks.add(mark);
        records.add(Told.received(Topics.MARKS, mark));
    }

    /** Of each student, school, day and period the event that wins, as docs/events.md orders them. */
    List<String> winners() {
        Comparator<AbsenceMark> order = Comparator.comparingLong(AbsenceMark::version)
                .thenComparing(AbsenceMark::takenAt)
                .thenComparing(mark -> mark.deleted() || mark.category() != AttendanceCategory.UNKNOWN)
                .thenComparing(AbsenceMark::eventId);
        Map<String, AbsenceMark> winners = new TreeMap<>();
        marks.forEach(mark -> winners.merge(
                String.join(
                        " ", mark.studentId(), mark.schoolId(), mark.schoolDay().toString(), mark.period()),
                mark,
                BinaryOperator.maxBy(order)));
        return winners.entrySet().stream()
                .map(mark -> mark.getKey() + " " + mark.getValue().eventId())
                .toList();
    }

    private <T> T any(List<T> these) {
        return these.get(random.nextInt(these.size()));
    }
}
