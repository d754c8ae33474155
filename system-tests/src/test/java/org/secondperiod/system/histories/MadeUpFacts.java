package org.secondperiod.system.histories;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceTaken;
import org.secondperiod.events.KnownAbsence;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;

/** Makes up what is told in the course of a morning. */
record MadeUpFacts(
        Chance chance,
        String name,
        LocalDate day,
        List<MadeUpSchool> schools,
        List<MadeUpReader> readers,
        List<String> students,
        Times times,
        MadeUpMarks marks) {

    private static final List<String> HOLDS =
            List.of("ATTENDANCE_NOT_TAKEN", "CODE_UNKNOWN", "SEEN_ELSEWHERE", "DOOR_FEED_SILENT", "MASS_ABSENCE");

    /** Adds a fact of a student's. */
    void about(String student, List<Told> told) {
        switch (chance.between(1, 20)) {
            case 1, 2, 3, 4, 5, 6, 7, 8 -> marks.about(student, told);
            case 9, 10, 11, 12, 13, 14, 15 -> scan(student, told);
            case 16, 17 -> known(student, told);
            case 18, 19 -> sighting(student, told);
            default -> roster(student, told);
        }
    }

    /** Adds a fact of a school. */
    void aboutSchools(List<Told> told) {
        switch (chance.between(1, 11)) {
            case 1, 2, 3 -> signal(told);
            case 4, 5, 6 -> schoolChanges(told);
            case 7, 8 -> leadDecides(told);
            case 9, 10 -> readerChanges(told);
            default -> readerIsNew(told);
        }
    }

    private void scan(String student, List<Told> told) {
        var reader = chance.of(readers);
        var scannedAt = chance.in100(95) ? times.any() : times.any().minus(Duration.ofHours(chance.of(5, 8, 24)));
        var at = times.toldOf(scannedAt);
        var event = scan(student, reader, scannedAt, at);
        told.add(Told.of(at, Topics.SCANS, event));
        if (chance.in100(10)) {
            var later = times.after(at);
            told.add(Told.of(later, Topics.SCANS, recordedAgain(event, later)));
        }
    }

    private Scan scan(String student, MadeUpReader reader, Instant scannedAt, Instant recordedAt) {
        var direction = chance.of(
                Scan.Direction.IN, Scan.Direction.IN, Scan.Direction.IN, Scan.Direction.OUT, Scan.Direction.PASSAGE);
        var id = id("c");
        return new Scan(id, id, student, reader.id(), reader.building(), scannedAt, direction, null, null, recordedAt);
    }

    private static Scan recordedAgain(Scan scan, Instant recordedAt) {
        return new Scan(
                scan.eventId(),
                scan.scanId(),
                scan.studentId(),
                scan.readerId(),
                scan.buildingId(),
                scan.scannedAt(),
                scan.direction(),
                null,
                null,
                recordedAt);
    }

    private void known(String student, List<Told> told) {
        var at = times.told();
        boolean days = chance.in100(60);
        var from = times.any();
        @Nullable String school = chance.in100(70) ? null : chance.of(schools).id();
        told.add(Told.of(
                at,
                Topics.KNOWN_ABSENCES,
                new KnownAbsence(
                        id("e"),
                        student + "-a" + chance.between(1, 2),
                        student,
                        school,
                        chance.of(KnownAbsence.Reason.values()),
                        days ? day.minusDays(chance.between(0, 2)) : null,
                        days ? day.plusDays(chance.of(-1, 0, 0, 1)) : null,
                        days ? null : from,
                        days ? null : from.plus(Duration.ofMinutes(chance.of(10, 60, 240))),
                        null,
                        chance.between(0, 3),
                        chance.in100(30),
                        "sis",
                        at)));
    }

    private void sighting(String student, List<Told> told) {
        var at = times.any();
        var seen = chance.in100(70) ? StaffSaw.Seen.IN_BUILDING : StaffSaw.Seen.NOT_IN;
        var toldAt = times.onGrid(at.plusSeconds(chance.between(0, 600)));
        told.add(Told.of(
                toldAt, new StaffSaw(id("g"), student, chance.of(schools).id(), day, seen, at, "rivera")));
    }

    private void roster(String student, List<Told> told) {
        var at = times.told();
        var roster = MadeUpRoster.version(student, schools, version(told, student), chance);
        told.add(Told.of(at, Topics.ENROLMENTS, roster.event(day, at)));
    }

    private void signal(List<Told> told) {
        var takenAt = times.any();
        var at = times.toldOf(takenAt);
        told.add(Told.of(
                at,
                Topics.TAKEN,
                new AttendanceTaken(
                        id("t"),
                        chance.of(schools).id(),
                        day,
                        chance.of("1", "1", "1", "2", "day"),
                        chance.of("", "c1", "c1", "c2").transform(id -> id.isEmpty() ? null : id),
                        takenAt,
                        chance.in100(70) ? 0 : chance.between(1, 2),
                        chance.in100(15),
                        "sis",
                        at)));
    }

    private void schoolChanges(List<Told> told) {
        var number = chance.between(0, schools.size() - 1);
        var changed = schools.get(number).changed(chance);
        schools.set(number, changed);
        var at = times.told();
        told.add(Told.of(at, Topics.SCHOOLS, changed.event(day, at)));
    }

    private void readerChanges(List<Told> told) {
        var number = chance.between(0, readers.size() - 1);
        var at = times.told();
        var changed = readers.get(number).changed(at, chance);
        readers.set(number, changed);
        told.add(Told.of(at, Topics.READERS, changed.event(ReaderChanged.Kind.SETTINGS, at, 0, at)));
    }

    /** Somebody registers a reader in the course of the day; it may send a heartbeat soon after. */
    private void readerIsNew(List<Told> told) {
        var at = times.told();
        var building = chance.of(readers).building();
        var reader = MadeUpReader.any("%s-n%d".formatted(name, readers.size()), building, at, chance);
        readers.add(reader);
        told.add(Told.of(at, Topics.READERS, reader.event(ReaderChanged.Kind.SETTINGS, at, 0, at)));
        if (reader.sendsHeartbeats() && chance.in100(50)) {
            var beat = times.onGrid(at.plus(Duration.ofMinutes(chance.between(0, 40))));
            var heartbeat = reader.event(ReaderChanged.Kind.HEARTBEAT, beat, chance.of(0, 0, 3), beat);
            told.add(Told.of(beat, Topics.READERS, heartbeat));
        }
    }

    private void leadDecides(List<Told> told) {
        var decision =
                new LeadDecided(chance.of(schools).id(), day, chance.of(HOLDS), chance.in100(65) ? "RELEASE" : "KEEP");
        var at = times.told();
        boolean atOnce = told.stream()
                .anyMatch(each -> each.at().equals(at)
                        && each.fact() instanceof LeadDecided other
                        && other.schoolId().equals(decision.schoolId())
                        && other.reason().equals(decision.reason()));
        if (!atOnce) {
            told.add(Told.of(at, decision));
        }
    }

    private String id(String kind) {
        return name + "-" + kind + chance.hex();
    }

    private static long version(List<Told> told, String student) {
        return 2
                + told.stream()
                        .filter(each -> each.topic().equals(Topics.ENROLMENTS.name())
                                && each.key().equals(student))
                        .count();
    }
}
