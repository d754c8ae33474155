package org.secondperiod.ingest.rosters.people;

import org.jspecify.annotations.Nullable;

/**
 * All that the rest of the system is told of a student.
 *
 * @param person none where nothing is known any more
 */
public record StudentProfile(
        String studentId, Enrolments enrolments, @Nullable Person person) {

    public static StudentProfile of(StudentParts parts) {
        return new StudentProfile(parts.student().id(), Enrolments.of(parts), Person.of(parts));
    }
}
