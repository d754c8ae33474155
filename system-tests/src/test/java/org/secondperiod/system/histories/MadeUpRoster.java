package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.EnrolmentsChanged.SchoolClass;

/** A student's roster as it is at one time of a history. */
record MadeUpRoster(String student, List<At> enrolments, long version) {

    /** Days are told as their distance from the day of the history; null means open. */
    record At(
            String school,
            @Nullable Integer entry,
            @Nullable Integer exit,
            @Nullable String firstPeriod,
            List<SchoolClass> classes) {}

    static MadeUpRoster any(String student, List<MadeUpSchool> schools, Chance chance) {
        return version(student, schools, 1, chance);
    }

    /** Another roster of a student. */
    static MadeUpRoster version(String student, List<MadeUpSchool> schools, long version, Chance chance) {
        var enrolments = new ArrayList<At>();
        var first = chance.of(schools).id();
        enrolments.add(at(first, chance));
        for (var school : schools) {
            if (!school.id().equals(first) && chance.in100(20)) {
                enrolments.add(at(school.id(), chance));
            }
        }
        if (chance.in100(5)) {
            enrolments.clear();
        }
        return new MadeUpRoster(student, enrolments, version);
    }

    private static At at(String school, Chance chance) {
        @Nullable Integer entry = chance.in100(80) ? null : Integer.valueOf(chance.of(-30, -1, 0, 0, 1));
        @Nullable Integer exit = chance.in100(85) ? null : Integer.valueOf(chance.of(-1, 0, 0, 30));
        if (entry != null && exit != null && exit < entry) {
            exit = null;
        }
        @Nullable String firstPeriod = chance.in100(85) ? null : chance.of("1", "2", "3", "9");
        return new At(school, entry, exit, firstPeriod, classes(chance));
    }

    private static List<SchoolClass> classes(Chance chance) {
        return switch (chance.between(1, 4)) {
            case 1 -> List.of();
            case 2 -> List.of(new SchoolClass("c1", null, List.of(), null));
            default ->
                List.of(
                        new SchoolClass("c1", "Algebra", List.of("1"), "t1"),
                        new SchoolClass("c2", "Biology", List.of("2", "3"), null));
        };
    }

    EnrolmentsChanged event(LocalDate day, Instant recordedAt) {
        return new EnrolmentsChanged(
                student + "-v" + version,
                student,
                enrolments.stream()
                        .map(at -> new Enrolment(
                                at.school(),
                                at.entry() == null ? null : day.plusDays(at.entry()),
                                at.exit() == null ? null : day.plusDays(at.exit()),
                                null,
                                null,
                                at.firstPeriod(),
                                at.classes()))
                        .toList(),
                List.of(),
                List.of(),
                version,
                recordedAt);
    }
}
