package org.secondperiod.system.faults;

import static org.secondperiod.events.AttendanceCategory.EXCUSED_ABSENCE;
import static org.secondperiod.events.AttendanceCategory.PRESENT;
import static org.secondperiod.events.AttendanceCategory.TARDY;
import static org.secondperiod.events.AttendanceCategory.UNEXCUSED_ABSENCE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.secondperiod.events.Scan.Direction;
import org.secondperiod.system.faults.Morning.Phase;
import org.secondperiod.system.faults.Morning.Student;
import org.secondperiod.system.histories.Told;

/**
 * Makes up a morning at two schools, from a seed. North's doors all speak; one of South's falls silent, so that its students are
 * held, and speaks again in the end. Before the cut-off anything is told: corrections in any order, scans in and out, twice.
 * After it at most one fact about a student in a phase, so that no order of taking in can lead another way.
 */
final class MadeUpMorning {

    private static final String SILENT = "-S2";

    private final Random random;
    private final String name;
    private final LocalDate day;
    private final List<Student> students = new ArrayList<>();
    private final MorningEvents events;

    private MadeUpMorning(long seed, String name, LocalDate day, int perSchool) {
        this.random = new Random(seed);
        this.name = name;
        this.day = day;
        this.events = new MorningEvents(name, day);
        IntStream.range(0, perSchool).forEach(number -> {
            students.add(new Student("%s-n%03d".formatted(name, number), name + "-North"));
            students.add(new Student("%s-s%03d".formatted(name, number), name + "-South"));
        });
    }

    /** The morning of a seed; its students and schools carry its name. */
    static Morning of(long seed, String name, LocalDate day, int perSchool) {
        return new MadeUpMorning(seed, name, day, perSchool).morning();
    }

    private Morning morning() {
        return new Morning(
                day,
                List.copyOf(students),
                List.of(
                        phase("rosters", "07:30", this::rosters),
                        phase("period 1", "08:30", this::periodOne),
                        phase("cut-off", "08:44", told -> {}),
                        phase("late arrivals and corrections", "08:50", told -> afterwards("08:50", told)),
                        phase("holds ripen", "08:54", told -> {}),
                        phase("more of them", "09:05", told -> afterwards("09:05", told)),
                        phase("the silent door speaks", "09:20", this::silentDoorSpeaks),
                        phase("the day is over", "10:56", told -> {})));
    }

    private Phase phase(String what, String clock, Consumer<List<Told>> tell) {
        var told = new ArrayList<Told>();
        tell.accept(told);
        Collections.shuffle(told, random);
        return new Phase(what, events.at(clock), List.copyOf(told));
    }

    private void rosters(List<Told> told) {
        told.add(events.school("-North", "07:30"));
        told.add(events.school("-South", "07:30"));
        told.add(events.heartbeat("-N1", 240, "07:30"));
        told.add(events.heartbeat("-S1", 240, "07:30"));
        told.add(events.heartbeat(SILENT, 10, "07:30"));
        students.forEach(student -> told.add(events.roster(student, "07:30")));
    }

    /** A third absent, some of them inside or late or gone again; corrections that arrive before what they correct. */
    private void periodOne(List<Told> told) {
        for (var student : students) {
            int part = random.nextInt(12);
            var category = part < 5 ? UNEXCUSED_ABSENCE : part == 5 ? EXCUSED_ABSENCE : part == 6 ? TARDY : PRESENT;
            told.add(events.mark(student, category, 1, "08:12", "08:30"));
            if (random.nextInt(4) == 0) {
                told.add(events.mark(student, part < 5 ? PRESENT : UNEXCUSED_ABSENCE, 2, "08:20", "08:30"));
                told.add(events.mark(student, category, 3, "08:25", "08:30"));
            }
            if (part > 4 || random.nextInt(4) == 0) {
                told.add(events.scan(student, Direction.IN, random.nextBoolean() ? "07:52" : "08:24", "08:30"));
            }
            if (random.nextInt(8) == 0) {
                told.add(events.scan(student, Direction.OUT, "08:27", "08:30"));
            }
        }
        // what is sent twice changes nothing
        told.addAll(told.stream().filter(each -> random.nextInt(5) == 0).toList());
    }

    /** At most one fact about a student; South's holds are left alone, but for who comes in. */
    private void afterwards(String clock, List<Told> told) {
        for (var student : students) {
            boolean north = student.schoolId().endsWith("North");
            switch (random.nextInt(north ? 6 : 4)) {
                case 0 -> told.add(events.scan(student, Direction.IN, clock, clock));
                case 1 -> told.add(events.mark(student, TARDY, version(clock), clock, clock));
                case 4 -> told.add(events.mark(student, UNEXCUSED_ABSENCE, version(clock), clock, clock));
                case 5 -> told.add(events.scan(student, Direction.OUT, clock, clock));
                default -> {}
            }
        }
        told.addAll(told.stream().filter(each -> random.nextInt(5) == 0).toList());
    }

    private static long version(String clock) {
        return Long.parseLong(clock.replace(":", ""));
    }

    private void silentDoorSpeaks(List<Told> told) {
        told.add(events.heartbeat(SILENT, 10, "09:20"));
    }
}
