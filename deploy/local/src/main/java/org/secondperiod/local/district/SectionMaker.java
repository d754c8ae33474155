package org.secondperiod.local.district;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.secondperiod.local.district.Section.Teacher;

/** Makes the classes of a school's first three periods. */
final class SectionMaker {

    static final int STUDENTS_PER_CLASS = 28;
    static final List<String> PERIODS = List.of("1", "2", "3");

    private static final List<String> SUBJECTS = List.of(
            "Algebra I",
            "Living Environment",
            "English 9",
            "Global History",
            "Geometry",
            "Chemistry",
            "English 10",
            "US History",
            "Spanish II",
            "Studio Art",
            "Physics",
            "Economics",
            "Advisory",
            "Health");

    private final Random random;

    SectionMaker(Random random) {
        this.random = random;
    }

    List<Section> make(School school) {
        int perPeriod = (school.size() + STUDENTS_PER_CLASS - 1) / STUDENTS_PER_CLASS;
        List<Teacher> teachers = IntStream.rangeClosed(1, perPeriod)
                .mapToObj(n -> teacher(school, n))
                .toList();
        List<Section> made = new ArrayList<>();
        for (String period : PERIODS) {
            for (int n = 1; n <= perPeriod; n++) {
                made.add(section(school, period, n, teachers.get(n - 1)));
            }
        }
        return made;
    }

    private static Section section(School school, String period, int n, Teacher teacher) {
        String id = "%s-P%s-%02d".formatted(school.id(), period, n);
        String title = SUBJECTS.get((n + 3 * Integer.parseInt(period)) % SUBJECTS.size());
        return new Section(id, school, period, title, "P%s-%02d".formatted(period, n), teacher);
    }

    private Teacher teacher(School school, int n) {
        Culture culture = Culture.values()[random.nextInt(Culture.values().length)];
        return new Teacher(
                "T-%s-%02d".formatted(school.id(), n),
                culture.givenNames.get(random.nextInt(culture.givenNames.size())),
                culture.familyNames.get(random.nextInt(culture.familyNames.size())));
    }
}
