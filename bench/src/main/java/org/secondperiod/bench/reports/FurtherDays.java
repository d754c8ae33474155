package org.secondperiod.bench.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.secondperiod.bench.measure.Cpu;
import org.secondperiod.bench.measure.Round;
import org.secondperiod.bench.stack.BenchStack;
import org.secondperiod.bench.stack.District;
import org.secondperiod.local.stack.Part;

/**
 * Streams days that come after history. The service is held still while a day is laid into its topics; the day ends when everything is
 * counted and told.
 */
final class FurtherDays {

    private final BenchStack stack;
    private final Reporting reporting;
    private final Telling telling;
    private final MadeYear year;
    private final Cpu cpu;
    private final Consumer<String> say;
    private final List<String> faults = new ArrayList<>();

    FurtherDays(BenchStack stack, Reporting reporting, Telling telling, MadeYear year, Cpu cpu, Consumer<String> say) {
        this.stack = stack;
        this.reporting = reporting;
        this.telling = telling;
        this.year = year;
        this.cpu = cpu;
        this.say = say;
    }

    /**
     * One of them.
     *
     * @param everybody whether a mark is told of everybody, or only where there is something to say
     */
    Round stream(int day, boolean everybody) {
        stack.standAt(District.moment(year.days().day(day), 15, 0));
        reporting.awaitSettled();
        stack.hold(Part.REPORTING, true);
        long events = telling.marks(day, everybody) + telling.submissions(day);
        long end = reporting.end();
        Map<String, Double> before = cpu.seconds();
        stack.hold(Part.REPORTING, false);
        long begun = System.nanoTime();
        reporting.awaitSettled(end);
        double seconds = (System.nanoTime() - begun) / 1e9;
        Round round = new Round(events, seconds, Cpu.between(before, cpu.seconds()));
        check(day);
        say.accept("  %,d students' day, %,d events: %.1f s"
                .formatted(year.district().students(), events, seconds));
        return round;
    }

    /** The day must count for everybody for whom it does by what was told. */
    private void check(int day) {
        long told = reporting.database().number("""
                SELECT count(DISTINCT n) FROM bench.told WHERE i = %d AND kind IS DISTINCT FROM 'UNKNOWN'""".formatted(day));
        long counted = reporting
                .database()
                .number(
                        "SELECT coalesce(sum(counted), 0) FROM tally WHERE kind = 'DISTRICT' AND school_id = '*' AND day = '%s'"
                                .formatted(year.days().day(day)));
        if (told != counted) {
            faults.add("%s counts for %,d students, and must for %,d"
                    .formatted(year.days().day(day), counted, told));
        }
    }

    List<String> faults() {
        return faults;
    }
}
