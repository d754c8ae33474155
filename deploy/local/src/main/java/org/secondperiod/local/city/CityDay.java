package org.secondperiod.local.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Part;

/**
 * A real day, on one simulated clock: scans as the doors open, marks and "attendance taken" during period 1, what is mixed in
 * once the cut-off has passed, and what the system says in the end.
 */
public final class CityDay {

    /** Of all schools. */
    public static final ZoneId ZONE = CityFacts.ZONE;

    private static final LocalTime EARLY = LocalTime.of(6, 0);
    private static final LocalTime DOORS = LocalTime.of(8, 1);
    private static final LocalTime MARKS = LocalTime.of(8, 26);
    private static final LocalTime BEFORE_CUT_OFF = LocalTime.of(8, 40);
    private static final LocalTime CUT_OFF = LocalTime.of(8, 44);
    private static final LocalTime AFTER_CUT_OFF = LocalTime.of(8, 45);
    private static final LocalTime MARKS_AFTERWARDS = LocalTime.of(8, 47);
    private static final LocalTime SCANS_AFTERWARDS = LocalTime.of(8, 48);
    private static final LocalTime HOLDS_ARE_RIPE = LocalTime.of(8, 54);
    /** How long a hold may last before it ripens, at every school. */
    private static final Duration HOLD = Duration.ofMinutes(10);

    private static final LocalTime IN_THE_END = LocalTime.of(9, 0);

    private final List<SchoolFigures> schools;
    private final ClockFile clock;
    private final Api anyone;
    private final BooleanSupplier caughtUp;
    private final double speed;
    private final CityFacts facts;
    private final Senders senders;
    private final Settling settling;
    private final ProgressListener progress;

    /**
     * @param caughtUp whether all that was sent has been decided on
     * @param speed of the clock between the moments at which data is sent
     */
    public CityDay(
            List<SchoolFigures> schools,
            Mix mix,
            ClockFile clock,
            Api anyone,
            BooleanSupplier caughtUp,
            double speed,
            ProgressListener progress) {
        this.schools = schools;
        this.clock = clock;
        this.anyone = anyone;
        this.caughtUp = caughtUp;
        this.speed = speed;
        this.progress = progress;
        this.facts = new CityFacts(schools, mix);
        this.senders = new Senders(progress);
        this.settling = new Settling(anyone.as("district-frontend"), schools, caughtUp, progress);
    }

    /** The same schools and students a week later, with something mixed in. */
    public CityDay aWeekLater(Mix mix) {
        return new CityDay(
                schools.stream().map(school -> school.on(day().plusWeeks(1))).toList(),
                mix,
                clock,
                anyone,
                caughtUp,
                speed,
                progress);
    }

    public LocalDate day() {
        return schools.getFirst().day();
    }

    /** Tells the services of the schools, which are open on this day and a week later, and of their students. */
    public void load() {
        begin();
        new CityLoading(schools, anyone, senders, progress).load(List.of(day(), day().plusWeeks(1)));
    }

    /** Tells of the same students again, with a given name that all of them prefer. */
    public void loadRoster(String preferredGivenName) {
        new CityLoading(schools, anyone, senders, progress).roster(preferredGivenName);
    }

    /** Plays the day up to the cut-off and compares, school by school, once the system has settled. */
    public List<Comparison> play() {
        begin();
        settling.await("Students known to outreach", Comparison::rosterIsKnown);
        morning();
        cutOff();
        return settling.await("Schools settled", Comparison::complete);
    }

    /**
     * Plays on with what is mixed in.
     *
     * @return the moments of the day at which a decision was due, in order
     */
    public SortedSet<Instant> playMix() {
        Instant marksTold = until(MARKS_AFTERWARDS);
        send("Marks that come later", 0, facts.marksAfterwards(), "/v1/absence-marks/batch");
        settling.await("Schools settled after the marks", Comparison::complete);
        Instant scansTold = until(SCANS_AFTERWARDS);
        scans("Scans that come later", 0, facts.scansAfterwards());
        settling.await("Schools settled after the scans", Comparison::complete);
        Instant end = until(IN_THE_END);
        settling.await("Schools settled in the end", Comparison::complete);
        return new TreeSet<>(List.of(
                facts.at(CUT_OFF).toInstant(),
                marksTold,
                scansTold,
                facts.at(HOLDS_ARE_RIPE).toInstant(),
                marksTold.plus(HOLD),
                scansTold.plus(HOLD),
                end));
    }

    private void begin() {
        clock.set(facts.at(EARLY).toInstant(), 1);
        letServicesLook();
    }

    private void morning() {
        send("Released students", count(SchoolFigures::released), facts.released(), "/v1/known-absences/batch");
        until(DOORS);
        scans("Scans", facts.areAsTheFileHasThem() ? count(SchoolFigures::present) : 0, facts.scansInTime());
        until(MARKS);
        send(
                "Marks",
                facts.areAsTheFileHasThem() ? count(SchoolFigures::absent) : 0,
                facts.marksInTime(),
                "/v1/absence-marks/batch");
        send("Attendance taken", schools.size(), facts.taken(), "/v1/attendance-taken/batch");
        settling.await("Schools settled before the cut-off", Comparison::rosterIsKnown);
    }

    private void cutOff() {
        var city = new CitySchools(anyone);
        until(BEFORE_CUT_OFF);
        senders.oneByOne("Heartbeats", schools, school -> city.heartbeat(school, clock.now()));
        until(AFTER_CUT_OFF);
        senders.oneByOne("Heartbeats after the cut-off", schools, school -> city.heartbeat(school, clock.now()));
    }

    private void send(String what, long total, Stream<?> rows, String path) {
        senders.inBatches(what, total, rows, batch -> anyone.as("sis").postRows(Part.INGEST, path, batch));
    }

    private void scans(String what, long total, Stream<?> rows) {
        senders.inBatches(
                what, total, rows, batch -> anyone.as("doors").postRows(Part.ENTRY, "/v1/scans/batch", batch));
    }

    private long count(ToIntFunction<SchoolFigures> figure) {
        return schools.stream().mapToLong(figure::applyAsInt).sum();
    }

    /**
     * Lets the clock run at speed until a moment, and then stand while data is sent and decided on: so everything is told in one
     * moment, however long that takes, and nobody's hold grows older meanwhile.
     *
     * @return where it stands
     */
    private Instant until(LocalTime time) {
        clock.pace(speed);
        sleep(clock.realTimeUntil(facts.at(time).toInstant()));
        clock.pace(0);
        letServicesLook();
        return clock.now().truncatedTo(ChronoUnit.MILLIS);
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
