package org.secondperiod.ingest.rosters.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.EnrolmentsChanged.Badge;
import org.secondperiod.events.EnrolmentsChanged.Enrolment;
import org.secondperiod.events.EnrolmentsChanged.SchoolClass;

/**
 * What an enrolments event says, without its identity and version.
 *
 * @param past those that ended before the roster began, as they were imported; the event has them among the others
 */
public record Enrolments(
        List<Enrolment> enrolments,
        List<Badge> badges,
        List<String> groups,
        @Nullable List<Enrolment> past) {

    /** Of a student who left every school. */
    public static final Enrolments NONE = new Enrolments(List.of(), List.of(), List.of(), null);

    /** The same with these in the past; of a student without any it says nothing. */
    public Enrolments with(List<Enrolment> before) {
        return new Enrolments(enrolments, badges, groups, before.isEmpty() ? null : before);
    }

    /** The past ones first. */
    public List<Enrolment> all() {
        return past == null
                ? enrolments
                : Stream.concat(past.stream(), enrolments.stream()).toList();
    }

    static Enrolments of(StudentParts parts) {
        if (parts.memberships().isEmpty()) {
            return NONE;
        }
        List<Enrolment> enrolments = parts.memberships().stream()
                .distinct()
                .map(membership -> enrolment(membership, parts))
                .toList();
        return new Enrolments(enrolments, badges(parts), parts.student().groups(), null);
    }

    private static Enrolment enrolment(StudentParts.Membership membership, StudentParts parts) {
        StudentParts.Student student = parts.student();
        List<StudentParts.Seat> seats = parts.seats().stream()
                .filter(seat -> seat.schoolId().equals(membership.schoolId()))
                .toList();
        return new Enrolment(
                membership.schoolId(),
                membership.entry(),
                membership.exit(),
                student.grade(),
                homeroom(student, seats),
                student.firstPeriod(),
                seats.stream().map(Enrolments::schoolClass).distinct().toList());
    }

    private static @Nullable String homeroom(StudentParts.Student student, List<StudentParts.Seat> seats) {
        if (student.homeroom() != null) {
            return student.homeroom();
        }
        return seats.stream()
                .filter(StudentParts.Seat::homeroom)
                .map(seat -> seat.title() == null ? seat.classId() : seat.title())
                .findFirst()
                .orElse(null);
    }

    private static SchoolClass schoolClass(StudentParts.Seat seat) {
        return new SchoolClass(seat.classId(), seat.title(), seat.periods(), seat.teacher());
    }

    /** A badge of the side file has dates, so it stands before the same badge of the users.csv column. */
    private static List<Badge> badges(StudentParts parts) {
        List<Badge> badges = new ArrayList<>(parts.fileBadges());
        for (String badge : parts.student().badges()) {
            if (badges.stream().noneMatch(known -> known.badge().equals(badge))) {
                badges.add(new Badge(badge, null, null));
            }
        }
        badges.sort(Comparator.comparing(Badge::badge)
                .thenComparing(Badge::validFrom, Comparator.nullsFirst(Comparator.naturalOrder())));
        return List.copyOf(badges);
    }
}
