package org.secondperiod.bench.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secondperiod.bench.stack.Await;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.district.ContactLink;
import org.secondperiod.local.district.DistrictRoster;
import org.secondperiod.local.district.Guardian;
import org.secondperiod.local.district.RosterZip;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;

/** One school, whose students have names and families with numbers: its roster is imported as any district's is. */
final class BenchSchool {

    private static final long SEED = 2_000;
    private static final Pattern NUMBER = Pattern.compile("\\(\\d{3}\\) 555-01\\d{2}");

    private final District place;
    private final School school;
    private final org.secondperiod.local.district.District people;
    private final List<String> students;
    private final List<String> reachable;
    private final int absent;

    /**
     * @param size how many students
     * @param absent how many of them are missing each day
     */
    BenchSchool(int size, int absent) {
        this.place = new District(size, size);
        String id = place.school(0);
        this.school = new School(
                id, "Bench High School", "Bench High", District.building(id), size, School.BRONX_LAB.periods());
        this.people = org.secondperiod.local.district.District.of(SEED, List.of(school));
        this.students = people.students().stream().map(Student::id).toList();
        this.reachable = reachable();
        this.absent = absent;
        if (reachable.size() < absent) {
            throw new IllegalArgumentException("Of %,d students %,d have a family with a number: fewer than %,d"
                    .formatted(size, reachable.size(), absent));
        }
    }

    private List<String> reachable() {
        Set<String> withNumber = people.guardians().stream()
                .filter(guardian -> guardian.phone() != null
                        && NUMBER.matcher(guardian.phone()).matches())
                .map(Guardian::id)
                .collect(Collectors.toSet());
        return people.students().stream()
                .filter(student -> student.contacts().stream()
                        .anyMatch(contact -> mayBeCalled(contact) && withNumber.contains(contact.guardianId())))
                .map(Student::id)
                .toList();
    }

    private static boolean mayBeCalled(ContactLink contact) {
        return !contact.doNotCall() && contact.restriction().equals("none");
    }

    String id() {
        return school.id();
    }

    String reader() {
        return District.reader(school.id());
    }

    int absent() {
        return absent;
    }

    /** Who is missing on the n-th day, from 0: families that have a number, others from day to day. */
    List<String> absentOn(int day) {
        return IntStream.range(0, absent)
                .mapToObj(n -> reachable.get((day * absent + n) % reachable.size()))
                .toList();
    }

    /** All others. */
    List<String> presentOn(int day) {
        Set<String> missing = new HashSet<>(absentOn(day));
        return students.stream().filter(student -> !missing.contains(student)).toList();
    }

    /** Tells the services of it: the school, its bells, calendar and reader over the APIs, and the roster as a OneRoster file. */
    void load(BenchStack stack, Outreach outreach) {
        stack.standAt(District.moment(District.FIRST_DAY.minusDays(1), 12, 0));
        DistrictSetup setup = new DistrictSetup(place, stack);
        setup.schools();
        setup.readers();
        roster(stack);
        Await.until(
                "the roster",
                () -> outreach.database().number("SELECT count(DISTINCT student_id) FROM enrolment")
                        == students.size());
        outreach.awaitSettled(
                District.moment(District.FIRST_DAY.minusDays(1), 12, 0),
                Topics.ENROLMENTS.name(),
                Topics.PEOPLE.name(),
                Topics.SCHOOLS.name());
    }

    private void roster(BenchStack stack) {
        Path zip = stack.file("roster.zip");
        new RosterZip(District.FIRST_DAY).write(new DistrictRoster(people), zip);
        var ended = new RosterImport(stack.as("roster-sync")).send(zip, "?allowShrink=true", state -> {});
        if (!"DONE".equals(ended.path("state").asText())) {
            throw new IllegalStateException("The roster was not imported: " + ended);
        }
        try {
            Files.delete(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives people the role of a caller there. */
    void letCall(BenchStack stack, List<String> subjects) {
        subjects.forEach(subject -> stack.as("moreau")
                .post(
                        org.secondperiod.local.stack.Part.OUTREACH,
                        "/v1/grants",
                        Map.of("subject", subject, "role", "caller", "schools", List.of(id()), "why", "measures")));
    }
}
