package org.secondperiod.bench.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.secondperiod.bench.join.Days;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.bench.stack.Outreach;
import org.secondperiod.events.Topics;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.BatchResult;
import org.secondperiod.local.api.MarkRow;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.api.TakenRow;
import org.secondperiod.local.stack.Part;

/** Opens school days one after the other, over the public APIs. The clock stands just after the cut-off. */
final class Mornings {

    private static final LocalTime AT = LocalTime.of(8, 46);
    private static final LocalTime LAST_HEARD = LocalTime.of(8, 45);
    private static final LocalTime TAKEN = LocalTime.of(8, 20);
    private static final LocalTime DOORS_OPEN = LocalTime.of(7, 30);
    private static final int SECONDS_OF_ARRIVING = 1_800;
    private static final String PERIOD = "1";
    private static final String[] READ = Stream.of(Topics.MARKS, Topics.TAKEN, Topics.SCANS, Topics.READERS)
            .map(topic -> topic.name())
            .toArray(String[]::new);

    private final BenchStack stack;
    private final BenchSchool school;
    private final Outreach outreach;
    private final Days days = new Days();
    private int opened;

    Mornings(BenchStack stack, BenchSchool school, Outreach outreach) {
        this.stack = stack;
        this.school = school;
        this.outreach = outreach;
    }

    /** The next day: most have come in, and as many families as are missing wait to be called. */
    Morning open() {
        int number = opened++;
        LocalDate day = days.next();
        Instant now = District.at(day, AT).toInstant();
        stack.standAt(now);
        outreach.awaitOpen(day, 1);
        listen(day);
        scans(day, school.presentOn(number));
        Morning morning = new Morning(day, school.absentOn(number));
        marks(morning);
        outreach.awaitSettled(now, READ);
        long open = outreach.database()
                .number("SELECT count(*) FROM call_task WHERE state = 'OPEN' AND school_day = '" + day + "'");
        if (open != morning.absent().size()) {
            throw new IllegalStateException("%,d families are to be called on %s, and not %,d"
                    .formatted(open, day, morning.absent().size()));
        }
        return morning;
    }

    private void listen(LocalDate day) {
        stack.as("doors")
                .post(
                        Part.ENTRY,
                        "/v1/readers/" + school.reader() + "/heartbeat",
                        Map.of("at", District.at(day, LAST_HEARD), "queued", 0));
    }

    private void scans(LocalDate day, List<String> students) {
        OffsetDateTime first = District.at(day, DOORS_OPEN);
        List<ScanRow> rows = students.stream()
                .map(student ->
                        scan(day, student, first.plusSeconds(Math.floorMod(student.hashCode(), SECONDS_OF_ARRIVING))))
                .toList();
        accepted(stack.as("doors").postRows(Part.ENTRY, "/v1/scans/batch", rows), rows.size());
    }

    /** A late scan, of somebody whose family was to be called. */
    ScanRow lateScan(Morning morning, String student) {
        return scan(morning.day(), student, District.at(morning.day(), LAST_HEARD));
    }

    private ScanRow scan(LocalDate day, String student, OffsetDateTime at) {
        return new ScanRow("scan-%s-%s".formatted(day, student), school.reader(), null, student, at, "in");
    }

    private void marks(Morning morning) {
        OffsetDateTime at = District.at(morning.day(), TAKEN);
        List<MarkRow> rows = morning.absent().stream()
                .map(student -> new MarkRow(student, school.id(), morning.day(), PERIOD, "A", at, 1, null))
                .toList();
        Api sis = stack.as("sis");
        accepted(sis.postRows(Part.INGEST, "/v1/absence-marks/batch", rows), rows.size());
        sis.post(Part.INGEST, "/v1/attendance-taken", new TakenRow(school.id(), morning.day(), PERIOD, null, at));
    }

    private static void accepted(BatchResult result, int rows) {
        if (result.accepted() != rows) {
            throw new IllegalStateException(
                    "Of %,d rows %,d were accepted; %s".formatted(rows, result.accepted(), result.firstError()));
        }
    }
}
