package org.secondperiod.ingest.rosters.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.secondperiod.events.EnrolmentsChanged.Badge;
import org.secondperiod.ingest.rosters.people.ContactSetting;
import org.secondperiod.ingest.rosters.people.PersonDetails;
import org.secondperiod.ingest.rosters.people.StudentParts;

/** Brings together all that is stored about students. */
@ApplicationScoped
public class StudentReader {

    private final Sealed sealed;

    StudentReader(Sealed sealed) {
        this.sealed = sealed;
    }

    /** Those of the ids that are users of the roster; a user who is no student has no memberships. */
    public List<StudentParts> read(Handle tx, List<String> ids, LocalDate today) {
        StudentQueries queries = new StudentQueries(tx, ids, today);
        Map<String, List<StudentParts.Membership>> memberships = queries.memberships().stream()
                .collect(groupingBy(
                        StudentRows.MembershipRecord::userId,
                        mapping(row -> new StudentParts.Membership(row.orgId(), row.entry(), row.exit()), toList())));
        Map<String, List<StudentParts.Seat>> seats = seats(queries);
        Map<String, List<StudentParts.Guardian>> guardians = queries.guardians().stream()
                .collect(groupingBy(StudentRows.GuardianRecord::studentId, mapping(this::guardian, toList())));
        Map<String, List<Badge>> badges = queries.badges().stream()
                .collect(groupingBy(
                        StudentRows.BadgeRecord::studentId,
                        mapping(row -> new Badge(row.badge(), row.validFrom(), row.validTo()), toList())));
        return queries.users().stream()
                .map(user -> new StudentParts(
                        student(user),
                        memberships.getOrDefault(user.userId(), List.of()),
                        seats.getOrDefault(user.userId(), List.of()),
                        guardians.getOrDefault(user.userId(), List.of()),
                        badges.getOrDefault(user.userId(), List.of())))
                .toList();
    }

    private StudentParts.Student student(StudentRows.UserRecord row) {
        return new StudentParts.Student(
                row.userId(),
                person(row.userId(), row.details()),
                row.grade(),
                row.language(),
                row.homeroom(),
                row.firstPeriod(),
                row.groups(),
                row.badges());
    }

    /** Each class is read once, however many sit in it. */
    private static Map<String, List<StudentParts.Seat>> seats(StudentQueries queries) {
        List<StudentRows.SeatRecord> seats = queries.seats();
        Map<String, StudentParts.Seat> classes =
                queries
                        .classes(seats.stream()
                                .map(StudentRows.SeatRecord::classId)
                                .collect(toSet()))
                        .stream()
                        .collect(toMap(StudentParts.Seat::classId, Function.identity()));
        return seats.stream()
                .filter(seat -> classes.containsKey(seat.classId()))
                .collect(groupingBy(
                        StudentRows.SeatRecord::userId, mapping(seat -> classes.get(seat.classId()), toList())));
    }

    private StudentParts.Guardian guardian(StudentRows.GuardianRecord row) {
        String key = SealedRows.contactSetting(row.studentId(), row.guardianId());
        return new StudentParts.Guardian(
                row.guardianId(),
                person(row.guardianId(), row.details()),
                row.role(),
                row.language(),
                row.place(),
                row.setting() == null ? ContactSetting.NONE : sealed.open(key, row.setting(), ContactSetting.class));
    }

    private PersonDetails person(String userId, String details) {
        return sealed.open(SealedRows.user(userId), details, PersonDetails.class);
    }
}
