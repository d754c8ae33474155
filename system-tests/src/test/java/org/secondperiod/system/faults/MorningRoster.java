package org.secondperiod.system.faults;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.local.district.RosterContent;
import org.secondperiod.local.district.RosterZip;

/** The students of a made-up morning, as a roster that a student information system sends. */
record MorningRoster(List<EnrolmentsChanged> students) implements RosterContent {

    /** Writes it as a zip. */
    Path write(LocalDate day, Path file) {
        return new RosterZip(day).write(this, file);
    }

    private static String schoolOf(EnrolmentsChanged student) {
        return student.enrolments().getFirst().schoolId();
    }

    private Stream<String> schools() {
        return students.stream().map(MorningRoster::schoolOf).distinct();
    }

    private static String classOf(String schoolId) {
        return schoolId + "-P1";
    }

    @Override
    public Stream<Org> orgs() {
        return Stream.concat(
                Stream.of(new Org("district", "District", "district", null)),
                schools().map(school -> new Org(school, school, "school", "district")));
    }

    @Override
    public Stream<ClassRow> classes() {
        return schools().map(school -> new ClassRow(classOf(school), "Period 1", "P1", school, "1"));
    }

    @Override
    public Stream<User> users() {
        return students.stream()
                .map(student -> new User(
                        student.studentId(),
                        "Student",
                        student.studentId(),
                        null,
                        null,
                        List.of(),
                        "09",
                        schoolOf(student),
                        null,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        false));
    }

    @Override
    public Stream<Role> roles() {
        return students.stream().map(student -> new Role(student.studentId(), "student", schoolOf(student)));
    }

    @Override
    public Stream<Enrollment> enrollments() {
        return students.stream()
                .map(student ->
                        new Enrollment(classOf(schoolOf(student)), schoolOf(student), student.studentId(), "student"));
    }

    @Override
    public Stream<Contact> contacts() {
        return Stream.empty();
    }
}
