package org.secondperiod.local.district;

import java.util.List;
import java.util.stream.Stream;

/** The made-up district as its student information system would export it. */
public final class DistrictRoster implements RosterContent {

    private static final String DISTRICT = "demo-district";

    private final District district;

    public DistrictRoster(District district) {
        this.district = district;
    }

    @Override
    public Stream<Org> orgs() {
        return Stream.concat(
                Stream.of(new Org(DISTRICT, "Demo District", "district", null)),
                district.sections().stream()
                        .map(Section::school)
                        .distinct()
                        .map(school -> new Org(school.id(), school.name(), "school", DISTRICT)));
    }

    @Override
    public Stream<ClassRow> classes() {
        return district.sections().stream()
                .map(section -> new ClassRow(
                        section.id(),
                        section.title(),
                        section.code(),
                        section.school().id(),
                        section.period()));
    }

    @Override
    public Stream<User> users() {
        return Stream.of(
                        district.students().stream().map(DistrictRoster::user),
                        district.guardians().stream().map(DistrictRoster::user),
                        teachers().map(section -> user(section.teacher(), section.school())))
                .flatMap(users -> users);
    }

    private static User user(Student student) {
        return new User(
                student.id(),
                student.givenName(),
                student.familyName(),
                student.preferredName(),
                student.phone(),
                student.contacts().stream().map(ContactLink::guardianId).toList(),
                "%02d".formatted(student.grade()),
                student.school().id(),
                student.badge(),
                student.language(),
                student.firstPeriod(),
                student.pronunciation(),
                student.homeroom(),
                student.groups(),
                student.isOfAge());
    }

    private static User user(Guardian guardian) {
        return new User(
                guardian.id(),
                guardian.givenName(),
                guardian.familyName(),
                null,
                guardian.phone(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }

    private static User user(Section.Teacher teacher, School school) {
        return new User(
                teacher.id(),
                teacher.givenName(),
                teacher.familyName(),
                null,
                null,
                List.of(),
                null,
                school.id(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }

    /** One section of each teacher. */
    private Stream<Section> teachers() {
        return district.sections().stream().filter(section -> section.period().equals("1"));
    }

    @Override
    public Stream<Role> roles() {
        Stream<Role> students = district.students().stream()
                .map(student ->
                        new Role(student.id(), "student", student.school().id()));
        Stream<Role> guardians =
                district.guardians().stream().map(guardian -> new Role(guardian.id(), "guardian", DISTRICT));
        Stream<Role> teachers = teachers()
                .map(section -> new Role(
                        section.teacher().id(), "teacher", section.school().id()));
        return Stream.of(students, guardians, teachers).flatMap(roles -> roles);
    }

    @Override
    public Stream<Enrollment> enrollments() {
        Stream<Enrollment> students = district.students().stream()
                .flatMap(student -> student.classIds().stream()
                        .map(id -> new Enrollment(id, student.school().id(), student.id(), "student")));
        Stream<Enrollment> teachers = district.sections().stream()
                .map(section -> new Enrollment(
                        section.id(), section.school().id(), section.teacher().id(), "teacher"));
        return Stream.concat(students, teachers);
    }

    @Override
    public Stream<Contact> contacts() {
        return district.students().stream()
                .flatMap(student -> student.contacts().stream().map(link -> new Contact(student.id(), link)));
    }
}
