package org.secondperiod.bench.join;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.EventSender;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.ReaderChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;

/**
 * The facts of a school day: nine of ten students come through the door, one of ten is marked absent, and of those every
 * fifth comes late. The first student of each school opens its door and is counted apart.
 */
public final class Morning {

    private static final int SECONDS_OF_ARRIVING = 1_800;

    private final District district;
    private final LocalDate day;
    private final int students;

    /** @param students how many of the district's students there are facts of */
    public Morning(District district, LocalDate day, int students) {
        this.district = district;
        this.day = day;
        this.students = students;
    }

    /** The moment at which the services' clock stands: the cut-off has passed. */
    public Instant now() {
        return District.moment(day, 8, 46);
    }

    /** One scan at each school, and a heartbeat of each reader after the cut-off: its door listens. */
    public void openDoors(EventSender sender) {
        for (int n = 0; n < district.students(); n += district.perSchool()) {
            sender.send(Topics.SCANS, scan(n, "opens", District.moment(day, 7, 15)));
            sender.send(Topics.READERS, heartbeat(district.school(n)));
        }
        sender.await();
    }

    /** All other facts, as records for topics of these names: mixed as they come, late scans at the end. */
    public List<ProducerRecord<String, byte[]>> facts(String marks, String scans) {
        List<ProducerRecord<String, byte[]>> facts = new ArrayList<>();
        for (int n = 0; n < students; n++) {
            if (n % district.perSchool() == 0) {
                continue;
            }
            facts.add(
                    district.isAbsent(n)
                            ? EventSender.record(marks, Topics.MARKS, mark(n))
                            : EventSender.record(
                                    scans,
                                    Topics.SCANS,
                                    scan(n, "in", District.moment(day, 7, 30).plusSeconds(n % SECONDS_OF_ARRIVING))));
        }
        Collections.shuffle(facts, new Random(day.toEpochDay()));
        for (int n = 0; n < students; n++) {
            if (district.isLate(n)) {
                facts.add(EventSender.record(scans, Topics.SCANS, scan(n, "late", District.moment(day, 8, 45))));
            }
        }
        return facts;
    }

    /** What must come of it, the openers of doors left out. */
    public Expected expected() {
        long absent = 0;
        long late = 0;
        long openers = 0;
        for (int n = 0; n < students; n++) {
            absent += district.isAbsent(n) ? 1 : 0;
            late += district.isLate(n) ? 1 : 0;
            openers += n % district.perSchool() == 0 ? 1 : 0;
        }
        return new Expected(students - absent - openers, absent - late, late);
    }

    /** How many students end how. */
    public record Expected(long notAbsent, long unaccounted, long arrived) {}

    private AbsenceMark mark(int n) {
        Instant at = District.moment(day, 8, 20);
        return new AbsenceMark(
                "mark-%s-%d".formatted(day, n),
                null,
                district.student(n),
                district.school(n),
                day,
                "1",
                "A",
                AttendanceCategory.UNEXCUSED_ABSENCE,
                null,
                at,
                0,
                false,
                "sis",
                at);
    }

    private Scan scan(int n, String kind, Instant at) {
        String id = "scan-%s-%s-%d".formatted(day, kind, n);
        return new Scan(
                id,
                id,
                district.student(n),
                district.reader(n),
                District.building(district.school(n)),
                at,
                Scan.Direction.IN,
                null,
                null,
                at);
    }

    private ReaderChanged heartbeat(String school) {
        Instant at = District.moment(day, 8, 45);
        return new ReaderChanged(
                "heartbeat-%s-%s".formatted(day, school),
                ReaderChanged.Kind.HEARTBEAT,
                District.reader(school),
                District.building(school),
                "Main door",
                true,
                null,
                10,
                at,
                0,
                null,
                1,
                at);
    }
}
