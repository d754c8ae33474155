package org.secondperiod.local.district;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a district out of a seed: schools, families with siblings across schools, students with badges, classes. */
final class DistrictMaker {

    private static final int FIRST_GRADE = 9;
    private static final int GRADES = 4;
    private static final Map<String, String> PRONUNCIATIONS = Map.of(
            "Siobhán",
            "shi-VAWN",
            "Aoife",
            "EE-fa",
            "Niamh",
            "NEEV",
            "Saoirse",
            "SEER-sha",
            "Xóchitl",
            "SO-cheel",
            "Itzel",
            "eet-SELL",
            "Aïssatou",
            "eye-SAH-too",
            "Akosua",
            "ah-ko-SOO-ah",
            "Cian",
            "KEE-an",
            "Eoin",
            "OH-in");

    private final Random random;
    private final HouseholdMaker householdMaker;
    private final SectionMaker sectionMaker;
    private final List<Household> households = new ArrayList<>();
    private final Set<String> usedNames = new HashSet<>();
    private int madeStudents;

    DistrictMaker(long seed) {
        this.random = new Random(seed);
        this.householdMaker = new HouseholdMaker(random);
        this.sectionMaker = new SectionMaker(random);
    }

    District make(List<School> schools) {
        List<Section> sections = new ArrayList<>();
        List<Student> students = new ArrayList<>();
        for (School school : schools) {
            List<Section> ofSchool = sectionMaker.make(school);
            sections.addAll(ofSchool);
            students.addAll(students(school, ofSchool));
        }
        List<Guardian> guardians = households.stream()
                .flatMap(household -> household.guardians().stream())
                .toList();
        return new District(List.copyOf(Eighteen.among(students)), guardians, List.copyOf(sections));
    }

    private List<Student> students(School school, List<Section> sections) {
        Map<String, List<Section>> byPeriod = new LinkedHashMap<>();
        sections.forEach(section -> byPeriod.computeIfAbsent(section.period(), period -> new ArrayList<>())
                .add(section));
        List<Integer> second = shuffledSeats(school);
        List<Integer> third = shuffledSeats(school);
        List<Student> made = new ArrayList<>();
        for (int n = 0; n < school.size(); n++) {
            boolean startsLater = school == School.BRONX_LAB && n >= school.size() - 6;
            List<String> classes = new ArrayList<>();
            if (!startsLater) {
                classes.add(seat(byPeriod, "1", n));
            }
            classes.add(seat(byPeriod, "2", second.get(n)));
            classes.add(seat(byPeriod, "3", third.get(n)));
            made.add(student(school, n, startsLater, classes));
        }
        return made;
    }

    private List<Integer> shuffledSeats(School school) {
        List<Integer> seats = new ArrayList<>();
        for (int n = 0; n < school.size(); n++) {
            seats.add(n);
        }
        Collections.shuffle(seats, random);
        return seats;
    }

    private static String seat(Map<String, List<Section>> byPeriod, String period, int seat) {
        List<Section> sections = byPeriod.getOrDefault(period, List.of());
        return sections.get(seat / SectionMaker.STUDENTS_PER_CLASS).id();
    }

    private Student student(School school, int n, boolean startsLater, List<String> classes) {
        Household household = household();
        String givenName = unusedName(household);
        int number = ++madeStudents;
        int grade = FIRST_GRADE + n * GRADES / school.size();
        @Nullable String badge = number % 60 == 17 || number % 75 == 23 ? null : "B%06d".formatted(100_000 + number);
        @Nullable String card = number % 75 == 23 ? "OLD%05d".formatted(number) : badge;
        List<String> groups = new ArrayList<>();
        if (!"en".equals(household.culture().language) && number % 3 == 0) {
            groups.add("ell");
        }
        if (number % 6 == 2) {
            groups.add("iep");
        }
        return new Student(
                "9%08d".formatted(4_270_000 + number * 7),
                school,
                givenName,
                household.familyName(),
                number % 40 == 9 ? givenName.substring(0, Math.min(3, givenName.length())) : null,
                grade,
                "%d-%02d".formatted(grade, n / SectionMaker.STUDENTS_PER_CLASS + 1),
                household.culture().language,
                PRONUNCIATIONS.get(givenName),
                startsLater ? "2" : null,
                false,
                null,
                badge,
                card,
                List.copyOf(groups),
                household.contacts(),
                List.copyOf(classes));
    }

    /** One in seven students has a brother or sister in the district, often at another school. */
    private Household household() {
        if (households.size() > 50 && random.nextInt(7) == 0) {
            return pick(households);
        }
        Household made = householdMaker.make();
        households.add(made);
        return made;
    }

    /** No two students are called the same while there are names left: a newcomer should find the one they look for. */
    private String unusedName(Household household) {
        List<String> names = household.culture().givenNames;
        String name = pick(names);
        for (int tries = 0; tries < names.size() && !usedNames.add(name + " " + household.familyName()); tries++) {
            name = names.get((names.indexOf(name) + 1) % names.size());
        }
        return name;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
