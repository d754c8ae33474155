package org.secondperiod.system.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.ReaderChanged.Kind;
import org.secondperiod.events.Topics;

/**
 * Makes mornings up, each from a seed: duplicates, any order, corrections, withdrawals, late uploads, exits, sweeps, changes of
 * schedules and rosters, holds released and kept, two schools on one campus, two zones, remote days, silent readers, missing
 * attendance, mass absence.
 */
final class Mornings {

    static final ZoneId DISTRICT_ZONE = ZoneId.of("America/New_York");

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 10, 14);
    private static final LocalDate CLOCKS_GO_BACK = LocalDate.of(2026, 11, 1);
    private static final LocalDate CLOCKS_GO_FORWARD = LocalDate.of(2026, 3, 8);
    private static final int ENOUGH_FOR_MASS_ABSENCE = 32;

    private final Chance chance;
    private final String name;
    private final LocalDate day;
    private final List<MadeUpSchool> schools = new ArrayList<>();
    private final List<MadeUpReader> readers = new ArrayList<>();
    private final List<String> students;
    private final List<Told> setUp = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Times times;

    private Mornings(long seed, String name, LocalDate day, boolean onTheGrid) {
        this.chance = new Chance(seed);
        this.name = name;
        this.day = day;
        boolean many = seed % 15 == 7;
        int count = many ? ENOUGH_FOR_MASS_ABSENCE + chance.between(0, 8) : chance.between(1, 4);
        this.students = IntStream.rangeClosed(1, count)
                .mapToObj(number -> name + "-s" + number)
                .toList();
        makeSchools(many);
        var dayType = schools.getFirst().dayType();
        this.times =
                new Times(chance, day, schools.getFirst().zone(), dayType == null ? "regular" : dayType, onTheGrid);
    }

    /** The morning of a seed, on any day. */
    static History of(long seed) {
        var chance = new Chance(~seed);
        var day = chance.in100(80) ? WEDNESDAY : chance.of(CLOCKS_GO_BACK, CLOCKS_GO_FORWARD);
        return new Mornings(seed, "h" + seed, day, false).history();
    }

    /**
     * The morning of a seed, to be played together with others: on the same Wednesday, told at the same times, none of which
     * is one at which something is due.
     */
    static History onTheGrid(long seed) {
        return new Mornings(seed, "g" + seed, WEDNESDAY, true).history();
    }

    private void makeSchools(boolean many) {
        var east = name + "-East";
        var west = name + "-West";
        boolean night = !day.equals(WEDNESDAY) && chance.in100(50);
        var type = night ? "night" : chance.in100(70) ? "regular" : chance.of(Bells.TYPES.subList(0, 5));
        schools.add(MadeUpSchool.any(name + "-A", DISTRICT_ZONE, List.of(east), type, chance));
        if (!many && chance.in100(60)) {
            var buildings = chance.of(List.of(east), List.of(west), List.of(east, west));
            var zone = chance.in100(70) ? DISTRICT_ZONE : CHICAGO;
            schools.add(MadeUpSchool.any(name + "-B", zone, buildings, type, chance));
        }
        if (chance.in100(90)) {
            readers.add(reader("-r1", east));
            if (chance.in100(50)) {
                readers.add(reader("-r2", east));
            }
        }
        readers.add(reader("-r3", west));
    }

    private MadeUpReader reader(String number, String building) {
        var weeksAgo = day.minusDays(20).atStartOfDay(DISTRICT_ZONE).toInstant();
        return MadeUpReader.any(name + number, building, chance.in100(50) ? weeksAgo : null, chance);
    }

    private History history() {
        setUp();
        heartbeats();
        var marks = new MadeUpMarks(chance, name, day, schools, times);
        var facts = new MadeUpFacts(chance, name, day, schools, readers, students, times, marks);
        int perStudent = students.size() > 10 ? 2 : chance.between(3, 9);
        for (int count = students.size() * perStudent; count > 0; count--) {
            facts.about(chance.of(students), told);
        }
        for (int count = chance.between(0, 6); count > 0; count--) {
            facts.aboutSchools(told);
        }
        if (students.size() >= ENOUGH_FOR_MASS_ABSENCE) {
            var moments = List.of(times.told(), times.told(), times.told());
            students.stream()
                    .filter(student -> chance.in100(85))
                    .forEach(student -> marks.absent(student, chance.of(moments), told));
        }
        for (int count = chance.between(0, 5); count > 0 && !told.isEmpty(); count--) {
            var once = chance.of(told);
            if (once.isEvent()) {
                told.add(once.again(times.after(once.at())));
            }
        }
        told.sort(Comparator.comparing(Told::at));
        var looks = new HashSet<Instant>();
        IntStream.range(0, 12).forEach(look -> looks.add(times.any()));
        return new History(
                name,
                day,
                students,
                schools.stream().map(MadeUpSchool::id).toList(),
                List.copyOf(setUp),
                List.copyOf(told),
                looks.stream().sorted().toList());
    }

    /** What is known the evening before, but for what comes late. */
    private void setUp() {
        var evening = day.minusDays(1).atTime(18, 0).atZone(DISTRICT_ZONE).toInstant();
        for (var school : schools) {
            add(Told.of(evening, Topics.SCHOOLS, school.event(day, evening)));
        }
        for (var reader : readers) {
            setUp.add(Told.of(evening, Topics.READERS, reader.event(Kind.SETTINGS, evening, 0, evening)));
        }
        for (var student : students) {
            var roster = MadeUpRoster.any(student, schools, chance);
            add(Told.of(evening, Topics.ENROLMENTS, roster.event(day, evening)));
        }
    }

    private void add(Told fact) {
        if (chance.in100(3)) {
            told.add(fact.again(times.any()));
        } else {
            setUp.add(fact);
        }
    }

    /** Some readers send heartbeats all morning, some fall silent, some never send any. */
    private void heartbeats() {
        var zone = schools.getFirst().zone();
        for (var reader : readers) {
            if (!reader.sendsHeartbeats()) {
                continue;
            }
            var silentFrom = chance.in100(65) ? LocalTime.of(23, 0) : LocalTime.of(chance.between(6, 9), 30);
            for (var beat = LocalTime.of(6, 5);
                    beat.isBefore(LocalTime.of(12, 0));
                    beat = beat.plusMinutes(reader.every())) {
                if (beat.isBefore(silentFrom)) {
                    heartbeat(reader, day.atTime(beat).atZone(zone).toInstant());
                }
            }
        }
    }

    private void heartbeat(MadeUpReader reader, Instant at) {
        var queued = chance.in100(90) ? 0 : 5;
        var toldAt = times.onGrid(at.plus(Duration.ofSeconds(chance.between(0, 3))));
        ReaderChanged event = reader.event(Kind.HEARTBEAT, at, queued, toldAt);
        told.add(Told.of(toldAt, Topics.READERS, event));
    }
}
