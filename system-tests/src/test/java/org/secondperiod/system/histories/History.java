package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A morning as it was told.
 *
 * @param name where it came from, to find it again
 * @param day the school day that it is about
 * @param students all who occur
 * @param schools all that occur
 * @param setUp what is known before the day: schools, readers, rosters
 * @param told what is told in the course of it, in order of time
 * @param looks when somebody looks, besides whenever something is decided
 */
record History(
        String name,
        LocalDate day,
        List<String> students,
        List<String> schools,
        List<Told> setUp,
        List<Told> told,
        List<Instant> looks) {

    History with(List<Told> otherTold, List<Instant> otherLooks) {
        return new History(name, day, students, schools, setUp, otherTold, otherLooks);
    }

    History withSetUp(List<Told> other) {
        return new History(name, day, students, schools, other, told, looks);
    }
}
