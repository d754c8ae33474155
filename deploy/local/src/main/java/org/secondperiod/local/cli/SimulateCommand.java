package org.secondperiod.local.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.city.AttendanceFile;
import org.secondperiod.local.city.CityDay;
import org.secondperiod.local.city.Mix;
import org.secondperiod.local.city.SchoolFigures;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.grants.PeoplesGrants;
import org.secondperiod.local.oracle.CaughtUp;
import org.secondperiod.local.oracle.StackCheck;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Lock;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = {
            "Play a real day from the city's attendance file, and compare what the system says, school by school.",
            "It has a stack of its own beside the demo's (state in .sp/simulation, ports moved by 1000), fresh each"
                    + " time.",
            "Exit code 1 when one figure of one school differs by one, or one student from the oracle."
        })
final class SimulateCommand extends Verb {

    private static final int FURTHER_OFFSET = 1000;
    private static final int MANY_STUDENTS = 50_000;

    @Option(names = "--day", required = true, paramLabel = "DATE", description = "e.g. 2018-09-12")
    LocalDate day = LocalDate.EPOCH;

    @Option(names = "--schools", split = ",", paramLabel = "DBN", description = "only these, e.g. 07X427,11X265")
    Set<String> schools = new TreeSet<>();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "of the clock between the moments at which data is sent (default: ${DEFAULT-VALUE})")
    double speed = 300;

    @Option(
            names = "--mixed",
            paramLabel = "SEED",
            description = {
                "play the same figures once more a week later, with what real mornings have mixed in: marks in error,",
                "late uploads, corrections, repeats; then every student is compared with the oracle"
            })
    @Nullable
    Long mixed;

    @Option(names = "--keep", description = "leave the simulation's stack running afterwards")
    boolean keep;

    @Parameters(paramLabel = "FILE", description = "CSV: School DBN,Date,Enrolled,Absent,Present,Released")
    Path file = Path.of("");

    /** The simulation's stack: beside the demo's, so that neither sees the other's schools. */
    static Layout ownStack(Layout usual) {
        return usual.beside("simulation", FURTHER_OFFSET);
    }

    @Override
    public Integer call() {
        List<SchoolFigures> figures = new AttendanceFile(file).on(day, schools);
        Layout own = ownStack(layout());
        try (Lock playing = Lock.take(own.playLock(), "A day is being simulated")) {
            return simulate(figures, own);
        }
    }

    private int simulate(List<SchoolFigures> figures, Layout own) {
        Stack stack = stack(figures, own);
        stack.stop(line -> {});
        new StateFolder(own).delete();
        say(figures);
        try {
            stack.start(console().sayer());
            PeoplesGrants.give(own, console().sayer());
            CityDay city = city(figures, own);
            city.load();
            boolean equal = new ComparisonTable(console()).print(city.play());
            boolean asTheOracleSays = mixed == null || mixed(figures, city, Mix.of(mixed), own);
            return equal && asTheOracleSays ? 0 : Sp.FOUND_A_FAULT;
        } finally {
            if (keep) {
                console()
                        .say("The simulation's stack still runs: SP_STATE=%s SP_PORT_OFFSET=%d ./sp status"
                                .formatted(own.state(), own.portOffset()));
            } else {
                stack.stop(line -> {});
            }
        }
    }

    private static Stack stack(List<SchoolFigures> figures, Layout own) {
        return enrolled(figures) > MANY_STUDENTS ? new Stack(own, Stack.AS_DEPLOYED) : new Stack(own);
    }

    private static int enrolled(List<SchoolFigures> figures) {
        return figures.stream().mapToInt(SchoolFigures::enrolled).sum();
    }

    private void say(List<SchoolFigures> figures) {
        int enrolled = enrolled(figures);
        int absent = figures.stream().mapToInt(SchoolFigures::absent).sum();
        console()
                .say("%s: %,d schools, %,d students enrolled, %,d absent. Starting a stack for them."
                        .formatted(day, figures.size(), enrolled, absent));
    }

    private boolean mixed(List<SchoolFigures> figures, CityDay asReported, Mix mix, Layout own) {
        CityDay city = asReported.aWeekLater(mix);
        console().say();
        console()
                .say("The same a week later, on %s. Mixed in from seed %d, in the number of students:"
                        .formatted(city.day(), mixed));
        mix.counts(figures).forEach((twist, count) -> console().say("%9d  %s".formatted(count, twist.words())));
        city.play();
        var moments = city.playMix();
        var progress = Progress.waiting(console(), "Schools compared with the oracle", figures.size());
        var result = new StackCheck(own, CityDay.ZONE)
                .compare(
                        figures.stream().map(SchoolFigures::schoolId).toList(),
                        city.day(),
                        moments,
                        schools -> progress.add(schools, 0));
        progress.finish();
        return new OracleReport(console()).print(result);
    }

    private CityDay city(List<SchoolFigures> figures, Layout own) {
        var clock = new ClockFile(own.clockFile());
        var caughtUp = new CaughtUp(own.bootstrapServers(), own.jdbcUrl("outreach"));
        return new CityDay(
                figures,
                Mix.nothing(),
                clock,
                Api.as("sis", own),
                () -> caughtUp.at(clock.now()),
                speed,
                new ConsoleProgress(console()));
    }
}
