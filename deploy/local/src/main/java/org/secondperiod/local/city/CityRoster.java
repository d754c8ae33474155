package org.secondperiod.local.city;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.district.RosterContent;

/** As many students at each school as the city reported, with made-up ids and no names worth the word. */
final class CityRoster implements RosterContent {

    private static final String DISTRICT = "city";

    private final List<SchoolFigures> schools;
    private final @Nullable String preferredGivenName;

    CityRoster(List<SchoolFigures> schools, @Nullable String preferredGivenName) {
        this.schools = schools;
        this.preferredGivenName = preferredGivenName;
    }

    @Override
    public Stream<Org> orgs() {
        return Stream.concat(
                Stream.of(new Org(DISTRICT, "The city", "district", null)),
                schools.stream().map(school -> new Org(school.schoolId(), school.schoolId(), "school", DISTRICT)));
    }

    @Override
    public Stream<ClassRow> classes() {
        return schools.stream().map(school -> new ClassRow(classOf(school), "Period 1", "P1", school.schoolId(), "1"));
    }

    private static String classOf(SchoolFigures school) {
        return school.schoolId() + "-P1";
    }

    @Override
    public Stream<User> users() {
        return schools.stream().flatMap(school -> numbers(school).mapToObj(n -> user(school, n)));
    }

    private User user(SchoolFigures school, int n) {
        return new User(
                school.studentId(n),
                "Student",
                school.studentId(n),
                preferredGivenName,
                null,
                List.of(),
                "09",
                school.schoolId(),
                school.badge(n),
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }

    @Override
    public Stream<Role> roles() {
        return schools.stream()
                .flatMap(school ->
                        numbers(school).mapToObj(n -> new Role(school.studentId(n), "student", school.schoolId())));
    }

    @Override
    public Stream<Enrollment> enrollments() {
        return schools.stream()
                .flatMap(school -> numbers(school)
                        .mapToObj(n ->
                                new Enrollment(classOf(school), school.schoolId(), school.studentId(n), "student")));
    }

    @Override
    public Stream<Contact> contacts() {
        return Stream.empty();
    }

    private static IntStream numbers(SchoolFigures school) {
        return IntStream.range(0, school.enrolled());
    }
}
