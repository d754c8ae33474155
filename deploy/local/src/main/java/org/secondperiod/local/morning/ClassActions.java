package org.secondperiod.local.morning;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.secondperiod.local.api.MarkRow;
import org.secondperiod.local.api.TakenRow;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Section;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.morning.Cast.Role;

/** What the teachers submit: class by class, during the first periods, marks of those who are not there, then "taken". */
final class ClassActions {

    private static final Role[] MARKED_ABSENT = {
        Role.ABSENT,
        Role.HALLWAY,
        Role.BUS,
        Role.LATE,
        Role.LEFT,
        Role.CORRECTED,
        Role.ELSEWHERE,
        Role.GYM_DOOR,
        Role.OLD_BADGE
    };

    private final District district;
    private final Cast cast;
    private final Stage stage;
    private final Random random;

    ClassActions(District district, Cast cast, Stage stage, long seed) {
        this.district = district;
        this.cast = cast;
        this.stage = stage;
        this.random = new Random(seed);
    }

    List<Action> all() {
        List<Action> actions = new ArrayList<>();
        for (School school : School.ALL) {
            for (Section section : district.sectionsOf(school, "1")) {
                if (!section.equals(cast.unsubmittedClass())) {
                    actions.add(submission(section, 8 + random.nextInt(28)));
                }
            }
        }
        for (Section section : district.sectionsOf(School.BRONX_LAB, "2")) {
            actions.add(submission(section, 8 + random.nextInt(20)));
        }
        return actions;
    }

    private Action submission(Section section, int minutesIntoPeriod) {
        LocalTime start = section.school().periods().stream()
                .filter(period -> period.period().equals(section.period()))
                .findFirst()
                .orElseThrow()
                .start();
        LocalTime at = start.plusMinutes(minutesIntoPeriod);
        return new Action(at, on -> {
            on.marks(marks(section, at));
            on.taken(new TakenRow(section.school().id(), on.day(), section.period(), section.id(), on.at(at)));
        });
    }

    private List<MarkRow> marks(Section section, LocalTime at) {
        return district.in(section).stream()
                .flatMap(student -> code(student, section).map(code -> mark(student, section.period(), code, at, 1)))
                .toList();
    }

    /** Nothing for those who are there: this system sends exceptions only. */
    private Stream<String> code(Student student, Section section) {
        boolean first = section.period().equals("1");
        if (!first) {
            return second(student);
        }
        if (cast.has(student, Role.EXCUSED)) {
            return Stream.of("E");
        }
        if (cast.has(student, Role.UNMAPPED_CODE)) {
            return Stream.of(MorningPlan.UNMAPPED);
        }
        return cast.has(student, MARKED_ABSENT) ? Stream.of("A") : Stream.empty();
    }

    /** In period 2, most of those from the hallway are in class, and so are those on the bus. */
    private Stream<String> second(Student student) {
        if (cast.has(student, Role.ABSENT)) {
            return Stream.of("A");
        }
        boolean cameToClass = cast.has(student, Role.HALLWAY) && student.id().hashCode() % 3 != 0;
        return cameToClass ? Stream.of("P") : Stream.empty();
    }

    MarkRow mark(Student student, String period, String code, LocalTime at, long version) {
        return new MarkRow(student.id(), student.school().id(), stage.day(), period, code, stage.at(at), version, null);
    }
}
