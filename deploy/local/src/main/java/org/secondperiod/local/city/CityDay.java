package org.secondperiod.local.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.api.KnownAbsenceRow;
import org.secondperiod.local.api.MarkRow;
import org.secondperiod.local.api.RosterImport;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.api.TakenRow;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.RosterZip;
import org.secondperiod.local.stack.Part;

/**
 * One real day, on one simulated clock: rosters before school, scans as the doors open, marks and "attendance taken"
 * during period 1, and what the system says after the cut-off.
 */
public final class CityDay {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime LOADING = LocalTime.of(6, 0);
    private static final LocalTime DOORS = LocalTime.of(8, 1);
    private static final LocalTime MARKS = LocalTime.of(8, 20);
    private static final LocalTime BEFORE_CUT_OFF = LocalTime.of(8, 43);
    private static final LocalTime AFTER_CUT_OFF = LocalTime.of(8, 45);
    private static final int ARRIVAL_SECONDS = 28 * 60;

    private final List<SchoolFigures> schools;
    private final LocalDate day;
    private final ClockFile clock;
    private final Api anyone;
    private final double speed;
    private final Senders senders;
    private final ProgressListener progress;

    /** @param speed of the clock between the moments at which data is sent */
    public CityDay(List<SchoolFigures> schools, ClockFile clock, Api anyone, double speed, ProgressListener progress) {
        this.schools = schools;
        this.day = schools.getFirst().day();
        this.clock = clock;
        this.anyone = anyone;
        this.speed = speed;
        this.progress = progress;
        this.senders = new Senders(progress);
    }

    /** Plays the day and compares, school by school, once the system has settled. */
    public List<Comparison> play() {
        clock.set(at(LOADING).toInstant(), 1);
        letServicesLook();
        senders.oneByOne("Schools", schools, this::school);
        roster();
        senders.inBatches(
                "Released students",
                count(SchoolFigures::released),
                released(),
                rows -> anyone.as("sis").postRows(Part.INGEST, "/v1/known-absences/batch", rows));
        until(DOORS);
        senders.inBatches(
                "Scans",
                count(SchoolFigures::present),
                scans(),
                rows -> anyone.as("doors").postRows(Part.ENTRY, "/v1/scans/batch", rows));
        until(MARKS);
        senders.inBatches(
                "Marks",
                count(SchoolFigures::absent),
                marks(),
                rows -> anyone.as("sis").postRows(Part.INGEST, "/v1/absence-marks/batch", rows));
        senders.inBatches(
                "Attendance taken",
                schools.size(),
                schools.stream().map(this::taken),
                rows -> anyone.as("sis").postRows(Part.INGEST, "/v1/attendance-taken/batch", rows));
        until(BEFORE_CUT_OFF);
        senders.oneByOne("Heartbeats", schools, this::heartbeat);
        until(AFTER_CUT_OFF);
        senders.oneByOne("Heartbeats after the cut-off", schools, this::heartbeat);
        return new Settling(anyone.as("district-frontend"), day, progress).await(schools);
    }

    private void school(SchoolFigures school) {
        Api roster = anyone.as("roster-sync");
        String path = "/v1/schools/" + school.schoolId();
        roster.put(
                Part.INGEST,
                path,
                Map.of(
                        "name", school.schoolId(),
                        "zone", ZONE.getId(),
                        "buildings", List.of(building(school)),
                        "triggerPeriod", "1",
                        "sendsAttendanceTaken", true));
        roster.put(
                Part.INGEST,
                path + "/bell-schedules/regular",
                Map.of(
                        "effectiveFrom", day.toString(),
                        "remote", false,
                        "periods",
                                List.of(
                                        Map.of("period", "1", "start", "08:00", "end", "08:41"),
                                        Map.of("period", "2", "start", "08:45", "end", "14:20"))));
        roster.put(
                Part.INGEST,
                path + "/calendar",
                Map.of("days", List.of(Map.of("date", day.toString(), "dayType", "regular"))));
        anyone.as("doors")
                .put(
                        Part.ENTRY,
                        "/v1/readers/" + reader(school),
                        Map.of(
                                "buildingId",
                                building(school),
                                "name",
                                "Main door",
                                "inService",
                                true,
                                "allowedSilenceMinutes",
                                10));
    }

    private void roster() {
        try {
            Path zip = Files.createTempFile("second-period-city", ".zip");
            new RosterZip(day).write(new CityRoster(schools), zip);
            progress.begins("Roster of %,d students".formatted(count(SchoolFigures::enrolled)), 1);
            var ended = new RosterImport(anyone.as("roster-sync")).send(zip, "?allowShrink=true", state -> {});
            Files.delete(zip);
            if (!"DONE".equals(ended.path("state").asText())) {
                throw new ApiException(0, "The roster was not imported: " + ended);
            }
            progress.advanced(1, 0);
            progress.ended();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<KnownAbsenceRow> released() {
        return schools.stream()
                .flatMap(school -> numbers(school)
                        .filter(school::isReleased)
                        .mapToObj(school::studentId)
                        .map(student -> new KnownAbsenceRow(
                                "released-%s-%s".formatted(student, day),
                                student,
                                school.schoolId(),
                                "released",
                                day,
                                day,
                                null)));
    }

    private Stream<ScanRow> scans() {
        return schools.stream()
                .flatMap(school -> numbers(school).filter(school::isPresent).mapToObj(n -> scan(school, n)));
    }

    /** Arrivals thicken towards the bell: the square root of an even spread. */
    private ScanRow scan(SchoolFigures school, int n) {
        double even = (n * 7919L % 1000) / 1000.0;
        long second = Math.round(Math.sqrt(even) * ARRIVAL_SECONDS);
        return new ScanRow(
                "scan-%s-%s".formatted(school.studentId(n), day),
                reader(school),
                null,
                school.studentId(n),
                at(LocalTime.of(7, 30)).plusSeconds(second),
                "in");
    }

    private Stream<MarkRow> marks() {
        return schools.stream()
                .flatMap(school -> numbers(school)
                        .filter(school::isAbsent)
                        .mapToObj(n -> new MarkRow(
                                school.studentId(n),
                                school.schoolId(),
                                day,
                                "1",
                                "A",
                                at(LocalTime.of(8, 10)).plusSeconds(n % 600),
                                1)));
    }

    private TakenRow taken(SchoolFigures school) {
        return new TakenRow(school.schoolId(), day, "1", null, at(LocalTime.of(8, 20)));
    }

    private void heartbeat(SchoolFigures school) {
        anyone.as("doors")
                .post(
                        Part.ENTRY,
                        "/v1/readers/" + reader(school) + "/heartbeat",
                        Map.of("at", clock.now().atZone(ZONE).toOffsetDateTime().withNano(0), "queued", 0));
    }

    private static String building(SchoolFigures school) {
        return "B-" + school.schoolId();
    }

    private static String reader(SchoolFigures school) {
        return "R-" + school.schoolId();
    }

    private static IntStream numbers(SchoolFigures school) {
        return IntStream.range(0, school.enrolled());
    }

    private long count(ToIntFunction<SchoolFigures> figure) {
        return schools.stream().mapToLong(figure::applyAsInt).sum();
    }

    private OffsetDateTime at(LocalTime time) {
        return day.atTime(time).atZone(ZONE).toOffsetDateTime();
    }

    /** Lets the clock run at speed until a moment, and then as in reality while data is sent. */
    private void until(LocalTime time) {
        clock.pace(speed);
        sleep(clock.realTimeUntil(at(time).toInstant()));
        clock.pace(1);
        letServicesLook();
    }

    /** Services look at the clock's file a few times a second. */
    private static void letServicesLook() {
        sleep(Duration.ofMillis(600));
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted.", e);
        }
    }
}
