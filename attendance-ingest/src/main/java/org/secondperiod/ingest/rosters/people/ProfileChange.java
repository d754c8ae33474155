package org.secondperiod.ingest.rosters.people;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;

/**
 * What there is to tell of a student.
 *
 * @param before what was told last; none if nothing ever was
 * @param now what holds and is known, once this is told
 * @param person whom to tell of; none where the student left: what was told stays, so that a call of the same day is still
 *     possible
 */
public record ProfileChange(
        String studentId,
        @Nullable Told before,
        Told now,
        @Nullable Person person) {

    /**
     * Compares what was told with what holds; somebody who was never told of and is at no school is none of our students.
     *
     * @param past enrolments that ended before the roster began; who has any is told of, whether or not the roster has the student
     * @param currentMark of the current person
     * @param deleted the source said that the user is to be deleted, which is more than to have left
     */
    public static @Nullable ProfileChange between(
            String studentId,
            @Nullable Told before,
            @Nullable StudentProfile current,
            List<Enrolment> past,
            @Nullable String currentMark,
            boolean deleted) {
        boolean enrolled = current != null && !current.enrolments().enrolments().isEmpty();
        if (enrolled) {
            return new ProfileChange(
                    studentId, before, new Told(current.enrolments().with(past), currentMark, false), current.person());
        }
        if (before == null) {
            return past.isEmpty()
                    ? null
                    : new ProfileChange(studentId, null, new Told(Enrolments.NONE.with(past), null, false), null);
        }
        boolean erased = before.erased() || (deleted && current == null);
        return new ProfileChange(
                studentId,
                before,
                erased
                        ? new Told(Enrolments.NONE, null, true)
                        : new Told(Enrolments.NONE.with(past), before.personMark(), false),
                null);
    }

    /** Everything about the student is to be forgotten. */
    public boolean erases() {
        return now.erased() && before != null && !before.erased();
    }

    public boolean enrolmentsChanged() {
        return before == null || !now.enrolments().equals(before.enrolments());
    }

    public boolean personChanged() {
        return person != null && (before == null || !Objects.equals(now.personMark(), before.personMark()));
    }

    public boolean toTell() {
        return erases() || enrolmentsChanged() || personChanged();
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

    private static Set<String> schools(Told told) {
        return told.enrolments().enrolments().stream().map(Enrolment::schoolId).collect(Collectors.toSet());
    }
}
