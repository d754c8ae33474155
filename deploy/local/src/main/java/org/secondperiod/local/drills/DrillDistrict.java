package org.secondperiod.local.drills;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.KnownAbsenceRow;
import org.secondperiod.local.api.ScanRow;
import org.secondperiod.local.city.CityDay;
import org.secondperiod.local.city.Comparison;
import org.secondperiod.local.city.Mix;
import org.secondperiod.local.city.ProgressListener;
import org.secondperiod.local.city.SchoolFigures;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.exports.StudentExport;
import org.secondperiod.local.grants.PeoplesGrants;
import org.secondperiod.local.oracle.CaughtUp;
import org.secondperiod.local.oracle.StackCheck;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StateFolder;

/** Two schools on a stack of their own, on one school day: fresh at the start, gone at the end, and nobody's. */
public final class DrillDistrict implements AutoCloseable {

    static final String ADMIN = "moreau";
    static final LocalDate DAY = LocalDate.of(2026, 10, 14);

    private static final int FURTHER_OFFSET = 1_000;
    private static final double SPEED = 1_200;
    private static final long SEED = 7;
    private static final Duration PATIENT_FOR = Duration.ofMinutes(5);
    private static final String DETAIL = "An appointment at a hospital, which a drill has made up.";

    /** The given name that all students here have; in a value that was sealed its quotes are escaped. */
    private static final Pattern NAME = Pattern.compile("\"Student\\\\*\"");

    private static final List<SchoolFigures> SCHOOLS =
            List.of(new SchoolFigures("D-OAK", DAY, 260, 48, 203, 9), new SchoolFigures("D-ELM", DAY, 190, 31, 155, 4));

    private final Layout layout;
    private final Stack stack;
    private final Consumer<String> say;
    private final ClockFile clock;
    private final CityDay day;
    private final CaughtUp caughtUp;

    private DrillDistrict(Layout layout, List<String> serviceJvm, Consumer<String> say, ProgressListener progress) {
        this.layout = layout;
        this.say = say;
        this.stack = new Stack(
                layout,
                Stream.concat(Stack.QUICK_TO_START.stream(), serviceJvm.stream())
                        .toList());
        this.clock = new ClockFile(layout.clockFile());
        this.caughtUp = new CaughtUp(layout.bootstrapServers(), layout.jdbcUrl("outreach"));
        this.day = new CityDay(SCHOOLS, Mix.of(SEED), clock, sender(), this::isCaughtUp, SPEED, progress);
    }

    /** Where a drill's stack is: beside the one that this command is about. */
    public static Layout beside(Layout usual) {
        return usual.beside("drill", FURTHER_OFFSET);
    }

    /** Starts it, with nothing in it but the two schools, their doors and their students. */
    static DrillDistrict start(Layout own, List<String> serviceJvm, Consumer<String> say, ProgressListener progress) {
        DrillDistrict district = new DrillDistrict(own, serviceJvm, say, progress);
        district.stack.stop(line -> {});
        new StateFolder(own).delete();
        try {
            district.stack.start(say);
            PeoplesGrants.give(own, line -> {});
            district.day.load();
            return district;
        } catch (RuntimeException e) {
            district.close();
            throw e;
        }
    }

    Layout layout() {
        return layout;
    }

    Stack stack() {
        return stack;
    }

    Consumer<String> sayer() {
        return say;
    }

    Api admin() {
        return Api.as(ADMIN, layout);
    }

    /** Whoever sends keeps what is not taken, and sends it again. */
    private Api sender() {
        return Api.as("sis", layout).patient(PATIENT_FOR, line -> say.accept("  " + line));
    }

    static List<String> schools() {
        return SCHOOLS.stream().map(SchoolFigures::schoolId).toList();
    }

    /** Before school: everybody of the first school comes in for breakfast and goes out again. */
    void sendEarlyScans() {
        List<ScanRow> scans = new ArrayList<>();
        for (int n = 0; n < SCHOOLS.getFirst().enrolled(); n++) {
            scans.add(scan(n, "in", LocalTime.of(5, 40)));
            scans.add(scan(n, "out", LocalTime.of(5, 55)));
        }
        sender().as("doors").postRows(Part.ENTRY, "/v1/scans/batch", scans);
    }

    private static ScanRow scan(int n, String direction, LocalTime at) {
        return new ScanRow(
                "early-%d-%s".formatted(n, direction),
                "R-" + schools().getFirst(),
                null,
                student(n),
                DAY.atTime(at).atZone(CityDay.ZONE).toOffsetDateTime(),
                direction);
    }

    /** The morning up to the cut-off: scans, marks, what is known already, a reason in somebody's words. */
    boolean playUntilTheCutOff() {
        sender().postRows(
                        Part.INGEST,
                        "/v1/known-absences/batch",
                        List.of(new KnownAbsenceRow(
                                "drill-detail", student(0), schools().getFirst(), "medical", DAY, DAY, DETAIL)));
        return day.play().stream().allMatch(Comparison::complete);
    }

    /** A roster in which everybody has a name that they prefer. */
    void tellPeopleAnew() {
        day.loadRoster("Stu");
    }

    /** What comes after the cut-off: corrections, late uploads, late arrivals; returns the moments that count. */
    SortedSet<Instant> playTheRest() {
        return day.playMix();
    }

    /** The n-th student of the first school; its first are absent, its last present. */
    static String student(int n) {
        return "%s-%04d".formatted(schools().getFirst(), n + 1);
    }

    /** Services' clocks are put to this moment, and stand there. */
    void standAt(Instant moment) {
        clock.set(moment, 0);
    }

    Instant now() {
        return clock.now();
    }

    boolean isCaughtUp() {
        try {
            return caughtUp.at(clock.now());
        } catch (IllegalStateException itIsAway) {
            return false;
        }
    }

    /** Every student, as the oracle says from all accepted facts. */
    StackCheck.Result askTheOracle(SortedSet<Instant> moments) {
        return new StackCheck(layout, CityDay.ZONE).compare(schools(), DAY, moments, schools -> {});
    }

    /** That what is stored is what the oracle says of everybody. */
    void proveByTheOracle(Proofs proofs, SortedSet<Instant> moments) {
        StackCheck.Result result = askTheOracle(moments);
        proofs.none(
                "every student is as the independent oracle says",
                result.differences().stream()
                        .map(one -> "%s: %s, and stored is %s".formatted(one.studentId(), one.expected(), one.stored()))
                        .toList(),
                "%,d students, by %,d facts".formatted(result.students(), result.facts()));
        proofs.that(
                "the oracle was asked about everybody",
                result.students() == enrolled(),
                result.students() + " students");
    }

    private static int enrolled() {
        return SCHOOLS.stream().mapToInt(SchoolFigures::enrolled).sum();
    }

    /** That nothing was given up. */
    void proveNoDeadLetters(Proofs proofs) {
        long letters = Part.services().stream()
                .filter(service -> service.database().isPresent())
                .mapToLong(service -> {
                    long found = 0;
                    for (var consumer : admin().get(service, "/v1/dead-letters")) {
                        found += consumer.path("letters").size();
                    }
                    return found;
                })
                .sum();
        proofs.that("no record was given up", letters == 0, letters + " dead letters");
    }

    /** All that services hold of a student, opened. */
    String export(String student) {
        return StudentExport.of(student, admin()).parts().toString();
    }

    /** That names and reasons open with the keys there are. */
    void proveThatItOpens(Proofs proofs) {
        String export = export(student(0));
        proofs.that(
                "what is sealed opens",
                NAME.matcher(export).find() && export.contains(DETAIL),
                "the name of a student and the reason of an absence");
    }

    @Override
    public void close() {
        stack.stop(line -> {});
    }
}
