package org.secondperiod.bench.sizing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secondperiod.bench.ingest.BulkRequests;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.DistrictSetup;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.district.DistrictRoster;
import org.secondperiod.local.district.RosterZip;
import org.secondperiod.local.district.School;
import org.secondperiod.local.district.Student;
import org.secondperiod.local.stack.Part;

/**
 * A district of so many students with names, families, classes and badges, whose roster is imported as any district's is, and its days:
 * nine of ten come through a door, one of ten is marked absent in period 1, a fifth of those comes later, each school submits.
 */
final class SizedDistrict {

    private static final long SEED = 1_000;
    private static final int PER_SCHOOL = 500;
    private static final int LINES = 2_000;

    private final District schools;
    private final List<Student> students;
    private final org.secondperiod.local.district.District people;

    SizedDistrict(int size) {
        this.schools = new District(size, Math.min(size, PER_SCHOOL));
        List<School> all = IntStream.range(0, schools.schools())
                .mapToObj(n -> {
                    String id = schools.school(n * schools.perSchool());
                    int here = Math.min(schools.perSchool(), size - n * schools.perSchool());
                    return new School(id, "School " + id, id, District.building(id), here, School.BRONX_LAB.periods());
                })
                .toList();
        this.people = org.secondperiod.local.district.District.of(SEED, all);
        this.students = people.students();
    }

    int size() {
        return students.size();
    }

    int schoolCount() {
        return schools.schools();
    }

    /** Schools, doors, and the roster as a OneRoster file. */
    void load(BenchStack stack) {
        DistrictSetup setup = new DistrictSetup(schools, stack);
        setup.schools();
        setup.readers();
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

    /** Every door says that it listens. */
    void heartbeats(BenchStack stack, LocalDate day) {
        schools.schoolIds()
                .forEach(school -> stack.as("doors")
                        .post(
                                Part.ENTRY,
                                "/v1/readers/" + District.reader(school) + "/heartbeat",
                                Map.of("at", at(day, LocalTime.of(8, 45)), "queued", 0)));
    }

    /** Sends all of a day, in bulk; returns how many facts that were. */
    long send(BenchStack stack, LocalDate day) {
        BulkRequests requests = new BulkRequests(stack);
        long scans = send(
                requests, Part.ENTRY, "/v1/scans/batch", "doors", bodies(n -> !isAbsent(n), n -> scan(n, day, false)));
        long marks = send(
                requests,
                Part.INGEST,
                "/v1/absence-marks/batch",
                "sis",
                bodies(SizedDistrict::isAbsent, n -> mark(n, day)));
        long late = send(
                requests,
                Part.ENTRY,
                "/v1/scans/batch",
                "doors",
                bodies(SizedDistrict::isLate, n -> scan(n, day, true)));
        String taken =
                schools.schoolIds().map(school -> taken(school, day)).collect(Collectors.joining("\n", "", "\n"));
        return scans
                + marks
                + late
                + send(requests, Part.INGEST, "/v1/attendance-taken/batch", "sis", List.of(bytes(taken)));
    }

    private static long send(BulkRequests requests, Part service, String path, String sender, List<byte[]> bodies) {
        return bodies.stream()
                .mapToLong(body -> requests.send(requests.of(service, path, sender, List.of(body))))
                .sum();
    }

    private List<byte[]> bodies(IntPredicate which, IntFunction<String> line) {
        int[] chosen = IntStream.range(0, size()).filter(which).toArray();
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < chosen.length; from += LINES) {
            bodies.add(bytes(IntStream.range(from, Math.min(from + LINES, chosen.length))
                    .mapToObj(i -> line.apply(chosen[i]))
                    .collect(Collectors.joining("\n", "", "\n"))));
        }
        return bodies;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isAbsent(int n) {
        return n % 10 == 9;
    }

    private static boolean isLate(int n) {
        return n % 50 == 49;
    }

    private String scan(int n, LocalDate day, boolean late) {
        Student student = students.get(n);
        LocalTime time = late ? LocalTime.of(8, 45) : LocalTime.of(7, 30).plusSeconds(n % 1_800);
        return "{\"readerId\":\"%s\",\"studentId\":\"%s\",\"scannedAt\":\"%s\",\"direction\":\"in\"}"
                .formatted(District.reader(student.school().id()), student.id(), at(day, time));
    }

    private String mark(int n, LocalDate day) {
        Student student = students.get(n);
        return "{\"studentId\":\"%s\",\"schoolId\":\"%s\",\"schoolDay\":\"%s\",\"period\":\"1\",\"code\":\"A\",\"takenAt\":\"%s\"}"
                .formatted(student.id(), student.school().id(), day, at(day, LocalTime.of(8, 20)));
    }

    private static String taken(String school, LocalDate day) {
        return "{\"schoolId\":\"%s\",\"schoolDay\":\"%s\",\"period\":\"1\",\"takenAt\":\"%s\"}"
                .formatted(school, day, at(day, LocalTime.of(8, 30)));
    }

    private static String at(LocalDate day, LocalTime time) {
        return District.at(day, time).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
