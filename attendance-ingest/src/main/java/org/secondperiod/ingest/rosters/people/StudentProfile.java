package org.secondperiod.ingest.rosters.people;

/** All that the rest of the system is told of a student. */
public record StudentProfile(String studentId, Enrolments enrolments, Person person) {

    public static StudentProfile of(StudentParts parts) {
        return new StudentProfile(parts.student().id(), Enrolments.of(parts), Person.of(parts));
    }
}
