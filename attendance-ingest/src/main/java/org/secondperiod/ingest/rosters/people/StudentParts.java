package org.secondperiod.ingest.rosters.people;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Badge;

/**
 * All rows about one student, as they stand.
 *
 * @param memberships of the student at schools; empty for a student who left
 * @param seats in classes that meet these days
 * @param guardians everybody linked to the student, in either direction, who is not a fellow student
 * @param fileBadges from the side file; those of the users.csv column stand in {@code student}
 */
public record StudentParts(
        Student student,
        List<Membership> memberships,
        List<Seat> seats,
        List<Guardian> guardians,
        List<Badge> fileBadges) {

    /** The student's own row. */
    public record Student(
            String id,
            PersonDetails details,
            @Nullable String grade,
            @Nullable String language,
            @Nullable String homeroom,
            @Nullable String firstPeriod,
            List<String> groups,
            List<String> badges) {}

    /** At a school, from the first to the last day, both inclusive. */
    public record Membership(
            String schoolId,
            @Nullable LocalDate entry,
            @Nullable LocalDate exit) {}

    /** In a class. */
    public record Seat(
            String schoolId,
            String classId,
            @Nullable String title,
            boolean homeroom,
            List<String> periods,
            @Nullable String teacher) {}

    /**
     * Somebody who may be called.
     *
     * @param role guardian, parent, relative, or anything else a user may be
     * @param place where the roster names the link: in the student's own list by its position, links in the other
     *     direction after those, in the order of the file
     */
    public record Guardian(
            String id,
            PersonDetails details,
            @Nullable String role,
            @Nullable String language,
            long place,
            ContactSetting setting) {}
}
