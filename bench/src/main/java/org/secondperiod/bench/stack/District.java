package org.secondperiod.bench.stack;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A made-up district: schools of equal size, each in a building with one door, and days of school one after the other.
 * Students are numbered from 0, school by school.
 */
public record District(int students, int perSchool) {

    public static final ZoneId ZONE = ZoneId.of("America/New_York");
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 9, 1);
    public static final int DAYS = 200;

    private static final int LATE_EVERY = 5;
    private static final int ABSENT_EVERY = 10;

    public int schools() {
        return (students + perSchool - 1) / perSchool;
    }

    public Stream<String> schoolIds() {
        return IntStream.range(0, schools()).mapToObj(District::schoolId);
    }

    public IntStream numbers() {
        return IntStream.range(0, students);
    }

    static String schoolId(int school) {
        return "B%04d".formatted(school);
    }

    public String school(int student) {
        return schoolId(student / perSchool);
    }

    public String student(int student) {
        return "%s-%05d".formatted(school(student), student % perSchool);
    }

    public String badge(int student) {
        return "C" + student(student);
    }

    public String reader(int student) {
        return reader(school(student));
    }

    public static String reader(String school) {
        return "R-" + school;
    }

    public static String building(String school) {
        return "H-" + school;
    }

    /** Every tenth student is marked absent. */
    public boolean isAbsent(int student) {
        return student % ABSENT_EVERY == ABSENT_EVERY - 1;
    }

    /** Every fifth of those comes later. */
    public boolean isLate(int student) {
        return isAbsent(student) && student / ABSENT_EVERY % LATE_EVERY == LATE_EVERY - 1;
    }

    /** The n-th day of school, from 0. */
    public static LocalDate day(int n) {
        return FIRST_DAY.plusDays(n);
    }

    public static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toOffsetDateTime();
    }

    public static Instant moment(LocalDate day, int hour, int minute) {
        return at(day, LocalTime.of(hour, minute)).toInstant();
    }
}
