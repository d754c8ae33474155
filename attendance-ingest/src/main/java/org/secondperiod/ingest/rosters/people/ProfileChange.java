package org.secondperiod.ingest.rosters.people;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;

/**
 * What there is to tell of a student.
 *
 * @param before what was told last; none if nothing ever was
 * @param now what holds; a student who left keeps the person that was told, so that a call of the same day is still possible
 */
public record ProfileChange(@Nullable StudentProfile before, StudentProfile now) {

    /** Compares what was told with what holds; somebody who was never told of and is at no school is none of our students. */
    public static @Nullable ProfileChange between(
            String studentId, @Nullable StudentProfile before, @Nullable StudentProfile current) {
        boolean enrolled = current != null && !current.enrolments().enrolments().isEmpty();
        if (enrolled) {
            return new ProfileChange(before, current);
        }
        return before == null
                ? null
                : new ProfileChange(before, new StudentProfile(studentId, Enrolments.NONE, before.person()));
    }

    public boolean enrolmentsChanged() {
        return before == null || !now.enrolments().equals(before.enrolments());
    }

    public boolean personChanged() {
        return now.person() != null && (before == null || !now.person().equals(before.person()));
    }

    public boolean toTell() {
        return enrolmentsChanged() || personChanged();
    }

    /** Passes the schools on, each to what it is to them. */
    public void bySchool(
            Consumer<String> added, Consumer<String> departed, Consumer<String> changed, Consumer<String> unchanged) {
        Set<String> after = schools(now);
        Set<String> until = before == null ? Set.of() : schools(before);
        for (String school : after) {
            if (!until.contains(school)) {
                added.accept(school);
            } else if (toTell()) {
                changed.accept(school);
            } else {
                unchanged.accept(school);
            }
        }
        Set<String> gone = new HashSet<>(until);
        gone.removeAll(after);
        gone.forEach(departed);
    }

    private static Set<String> schools(StudentProfile profile) {
        return profile.enrolments().enrolments().stream()
                .map(Enrolment::schoolId)
                .collect(Collectors.toSet());
    }
}
