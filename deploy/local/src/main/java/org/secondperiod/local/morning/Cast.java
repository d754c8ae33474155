package org.secondperiod.local.morning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.secondperiod.local.district.ContactLink;
import org.secondperiod.local.district.District;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Section;
import org.secondperiod.local.district.Student;

/** Who plays which part this morning. Equal districts and days make equal casts. */
public final class Cast {

    /** What a student does in the story; everybody without a part simply comes to school. */
    public enum Role {
        /** Marked absent and never seen. */
        ABSENT,
        /** Came through the door in time, but was not in class. */
        HALLWAY,
        /** On the late bus. */
        BUS,
        /** Arrives after the calls began. */
        LATE,
        /** Came, and left again before period 1 ended. */
        LEFT,
        /** Marked absent by mistake; the school corrects it to tardy. */
        CORRECTED,
        /** Marked with a code that nobody has mapped. */
        UNMAPPED_CODE,
        /** Marked absent, excused. */
        EXCUSED,
        /** On the known trip. */
        TRIP,
        /** At the other campus, by that building's door. */
        ELSEWHERE,
        /** Came by the gym door while it was offline, and is marked absent. */
        GYM_DOOR,
        /** Came by the gym door while it was offline, and is in class. */
        GYM_DOOR_IN_CLASS,
        /** Shows an old badge that nobody knows, and is marked absent. */
        OLD_BADGE,
        /** In the class whose attendance is never submitted, and not seen at any door. */
        UNSUBMITTED
    }

    private final Map<Role, List<Student>> parts = new EnumMap<>(Role.class);
    private final District district;
    private final List<Student> free;

    Cast(District district, long seed) {
        this.district = district;
        this.free = new ArrayList<>(district.students());
        Collections.shuffle(free, new Random(seed));
        Predicate<Student> any = student -> student.firstPeriod() == null;
        Predicate<Student> withBadge = any.and(student -> student.badge() != null);
        bronxLab(any, withBadge);
        socialJustice(any, withBadge);
        harborPoint(any, withBadge);
    }

    private void bronxLab(Predicate<Student> any, Predicate<Student> withBadge) {
        School school = School.BRONX_LAB;
        Section trip = tripClass();
        take(Role.TRIP, school, student -> student.classIds().contains(trip.id()), Integer.MAX_VALUE);
        take(Role.HALLWAY, school, withBadge, 7);
        take(Role.BUS, school, withBadge, 12);
        take(Role.LATE, school, withBadge, 6);
        take(Role.LEFT, school, withBadge, 1);
        take(Role.ELSEWHERE, school, withBadge, 2);
        take(Role.CORRECTED, school, any, 5);
        take(Role.UNMAPPED_CODE, school, any, 2);
        take(Role.EXCUSED, school, any, 4);
        take(Role.ABSENT, school, any, 31);
        take(Role.ABSENT, school, student -> "2".equals(student.firstPeriod()), 1);
    }

    private void socialJustice(Predicate<Student> any, Predicate<Student> withBadge) {
        School school = School.SOCIAL_JUSTICE;
        take(Role.OLD_BADGE, school, student -> student.badge() == null && student.card() != null, 1);
        take(Role.GYM_DOOR, school, withBadge, 11);
        take(Role.GYM_DOOR_IN_CLASS, school, withBadge, 20);
        take(Role.HALLWAY, school, withBadge, 3);
        take(Role.LATE, school, withBadge, 4);
        take(Role.EXCUSED, school, any, 3);
        take(Role.ABSENT, school, any, 38);
    }

    private void harborPoint(Predicate<Student> any, Predicate<Student> withBadge) {
        School school = School.HARBOR_POINT;
        Section silent = unsubmittedClass();
        take(Role.UNSUBMITTED, school, student -> student.classIds().contains(silent.id()), 4);
        Predicate<Student> otherClass = student -> !student.classIds().contains(silent.id());
        take(Role.ABSENT, school, any.and(otherClass).and(Cast::isOfAgeAndAlone), 1);
        take(Role.HALLWAY, school, withBadge.and(otherClass), 4);
        take(Role.LATE, school, withBadge.and(otherClass), 5);
        take(Role.EXCUSED, school, any.and(otherClass), 2);
        take(Role.ABSENT, school, any.and(otherClass), 26);
    }

    /** Eighteen, and nobody of the family may be called about them. */
    private static boolean isOfAgeAndAlone(Student student) {
        return student.isOfAge() && student.contacts().stream().noneMatch(ContactLink::consent);
    }

    private void take(Role role, School school, Predicate<Student> fits, int count) {
        List<Student> taken = free.stream()
                .filter(student -> student.school().equals(school))
                .filter(fits)
                .limit(count)
                .toList();
        free.removeAll(taken);
        parts.computeIfAbsent(role, one -> new ArrayList<>()).addAll(taken);
    }

    /** The class that is at the museum. */
    Section tripClass() {
        return district.sectionsOf(School.BRONX_LAB, "1").get(4);
    }

    /** The class whose teacher submits nothing today. */
    Section unsubmittedClass() {
        return district.sectionsOf(School.HARBOR_POINT, "1").get(6);
    }

    public List<Student> of(Role role) {
        return List.copyOf(parts.getOrDefault(role, List.of()));
    }

    List<Student> of(Role role, School school) {
        return of(role).stream()
                .filter(student -> student.school().equals(school))
                .toList();
    }

    boolean has(Student student, Role... roles) {
        for (Role role : roles) {
            if (parts.getOrDefault(role, List.of()).contains(student)) {
                return true;
            }
        }
        return false;
    }

    /** Those without a part, who come to school by the door. */
    List<Student> everybodyElse() {
        return List.copyOf(free);
    }
}
