package org.secondperiod.system.faults;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Scan.Direction;
import org.secondperiod.events.Topics;
import org.secondperiod.system.faults.Morning.Student;
import org.secondperiod.system.histories.Told;

/** Scans of readers whose clocks are wrong, of every student of a morning. */
record WrongClocks(Morning morning) {

    private static final Instant NEVER_SET = Instant.parse("1970-01-01T00:00:17Z");
    private static final Instant RUN_OUT = Instant.parse("2099-12-31T23:59:59Z");
    private static final long TEN_MINUTES = 600;

    /** As they are recorded at this time on the wall. */
    List<Told> scansAt(String clock) {
        var recorded = new MorningEvents("", morning.day()).at(clock);
        return morning.students().stream()
                .flatMap(student -> Stream.of(NEVER_SET, RUN_OUT, recorded.plusSeconds(TEN_MINUTES))
                        .map(scanned -> scan(student, scanned, recorded)))
                .toList();
    }

    private static Told scan(Student student, Instant scanned, Instant recorded) {
        boolean north = student.schoolId().endsWith("North");
        var name = student.schoolId().substring(0, student.schoolId().indexOf('-'));
        var id = "%s-wrong-%d".formatted(student.id(), scanned.getEpochSecond());
        return Told.of(
                recorded,
                Topics.SCANS,
                new Scan(
                        id,
                        id,
                        student.id(),
                        name + (north ? "-N1" : "-S1"),
                        name + (north ? "-NB" : "-SB"),
                        scanned,
                        Direction.IN,
                        null,
                        null,
                        recorded));
    }
}
