package org.secondperiod.bench.morning;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.secondperiod.bench.stack.District;

/** The lines of a morning as doors and the student information system send them: badges, marks, and who comes late. */
final class CityLines {

    private static final int LINES = 5_000;
    private static final int SECONDS_OF_ARRIVING = 1_800;

    private final District district;
    private final LocalDate day;

    CityLines(District district, LocalDate day) {
        this.district = district;
        this.day = day;
    }

    /** Scans of all who come in time, in bodies, in no order. */
    List<byte[]> scans() {
        return bodies(shuffled(district.numbers().filter(n -> !district.isAbsent(n))), this::scan);
    }

    /** Marks of all who are absent, in bodies, in no order. */
    List<byte[]> marks() {
        return bodies(shuffled(district.numbers().filter(district::isAbsent)), this::mark);
    }

    /** Scans of those of them who come late. */
    List<byte[]> lateScans() {
        return bodies(shuffled(district.numbers().filter(district::isLate)), this::lateScan);
    }

    /** A scan at each school before all others: of a student whom {@link Sightings} does not watch. */
    byte[] openers() {
        String at = District.at(day, LocalTime.of(7, 15)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        return district.numbers()
                .filter(n -> n % district.perSchool() < Sightings.STEP && n % Sightings.STEP == Sightings.STEP - 1)
                .mapToObj(n -> scan(n, at) + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    String scan(int n) {
        return scan(
                n,
                District.at(day, LocalTime.of(7, 30))
                        .plusSeconds(n % SECONDS_OF_ARRIVING)
                        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    String lateScan(int n) {
        return scan(n, District.at(day, LocalTime.of(8, 45)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }

    private String scan(int n, String at) {
        return "{\"readerId\":\"" + district.reader(n) + "\",\"badge\":\"" + district.badge(n) + "\",\"scannedAt\":\""
                + at + "\",\"direction\":\"in\"}";
    }

    String mark(int n) {
        return "{\"studentId\":\"" + district.student(n) + "\",\"schoolId\":\"" + district.school(n)
                + "\",\"schoolDay\":\"" + day + "\",\"period\":\"1\",\"code\":\"A\",\"takenAt\":\""
                + District.at(day, LocalTime.of(8, 20)).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME) + "\"}";
    }

    private int[] shuffled(IntStream numbers) {
        int[] all = numbers.toArray();
        Random random = new Random(day.toEpochDay());
        for (int i = all.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = all[i];
            all[i] = all[other];
            all[other] = kept;
        }
        return all;
    }

    private static List<byte[]> bodies(int[] numbers, java.util.function.IntFunction<String> line) {
        List<byte[]> bodies = new ArrayList<>();
        for (int from = 0; from < numbers.length; from += LINES) {
            StringBuilder lines = new StringBuilder();
            for (int i = from; i < Math.min(from + LINES, numbers.length); i++) {
                lines.append(line.apply(numbers[i])).append('\n');
            }
            bodies.add(lines.toString().getBytes(StandardCharsets.UTF_8));
        }
        return bodies;
    }
}
