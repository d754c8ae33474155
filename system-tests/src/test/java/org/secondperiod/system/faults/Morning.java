package org.secondperiod.system.faults;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.local.oracle.Moment;
import org.secondperiod.system.histories.Told;

/**
 * A school morning in phases. The clock stands still in each, for as long as the faults of the phase take, so that what must
 * be concluded at its end is known exactly.
 *
 * @param students each with the school
 */
record Morning(LocalDate day, List<Student> students, List<Phase> phases) {

    /** A student of the morning. */
    record Student(String id, String schoolId) {}

    /**
     * A moment of it.
     *
     * @param name what happens then
     * @param told what becomes known then, in any order
     */
    record Phase(String name, Instant at, List<Told> told) {

        private Phase and(List<Told> more) {
            return new Phase(
                    name, at, Stream.concat(told.stream(), more.stream()).toList());
        }
    }

    /** The phase of this name. */
    Phase phase(String phaseName) {
        return phases.stream()
                .filter(phase -> phase.name().equals(phaseName))
                .findFirst()
                .orElseThrow();
    }

    /** The same with more to tell in a phase. */
    Morning and(String phase, List<Told> more) {
        var with = phases.stream()
                .map(each -> each.name().equals(phase) ? each.and(more) : each)
                .toList();
        return new Morning(day, students, with);
    }

    /** Both at once, of the same day and the same phases. */
    Morning together(Morning other) {
        var all = Stream.concat(students.stream(), other.students.stream()).toList();
        var with = phases.stream()
                .map(each -> each.and(other.phase(each.name()).told()))
                .toList();
        return new Morning(day, all, with);
    }

    /** Every student at every phase. */
    List<Moment> moments() {
        return phases.stream().flatMap(phase -> moments(phase).stream()).toList();
    }

    /** Every student at this phase. */
    List<Moment> moments(Phase phase) {
        return students.stream()
                .map(student -> new Moment(student.id(), student.schoolId(), day, phase.at(), phase.at()))
                .toList();
    }

    Stream<Told> told() {
        return phases.stream().flatMap(phase -> phase.told().stream());
    }
}
