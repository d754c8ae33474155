package org.secondperiod.local.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.city.AttendanceFile;
import org.secondperiod.local.city.CityDay;
import org.secondperiod.local.city.Comparison;
import org.secondperiod.local.city.SchoolFigures;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Stack;
import org.secondperiod.local.stack.StateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "simulate",
        description = {
            "Play a real day from the city's attendance file, and compare what the system says, school by school.",
            "It has a stack of its own beside the demo's (state in .sp/simulation, ports moved by 1000), fresh each time.",
            "Exit code 1 when one figure of one school differs by one."
        })
final class SimulateCommand extends Verb {

    private static final int FURTHER_OFFSET = 1000;

    @Option(names = "--day", required = true, paramLabel = "DATE", description = "e.g. 2018-09-12")
    LocalDate day = LocalDate.EPOCH;

    @Option(names = "--schools", split = ",", paramLabel = "DBN", description = "only these, e.g. 07X427,11X265")
    Set<String> schools = new TreeSet<>();

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "of the clock between the moments at which data is sent (default: ${DEFAULT-VALUE})")
    double speed = 300;

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
        Stack stack = new Stack(own);
        stack.stop(line -> {});
        new StateFolder(own).delete();
        console()
                .say("%s: %,d schools, %,d students enrolled, %,d absent. Starting a stack for them."
                        .formatted(
                                day,
                                figures.size(),
                                figures.stream()
                                        .mapToInt(SchoolFigures::enrolled)
                                        .sum(),
                                figures.stream().mapToInt(SchoolFigures::absent).sum()));
        try {
            stack.start(console().sayer());
            ClockFile clock = new ClockFile(own.clockFile());
            List<Comparison> compared =
                    new CityDay(figures, clock, Api.as("sis", own), speed, new ConsoleProgress(console())).play();
            return new ComparisonTable(console()).print(compared) ? 0 : Sp.FOUND_A_FAULT;
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
}
