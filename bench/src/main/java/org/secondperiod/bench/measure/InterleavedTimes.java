package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Asks of two sides how long they take, in blocks of A B B A, so that a slow drift of the machine meets both alike. */
public final class InterleavedTimes {

    private final Cpu cpu;
    private final Blocks<TimedSide, TimedRound> blocks;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param blocks how many blocks of four rounds
     * @param warmUp whether each side does rounds beforehand until two agree within 5%
     */
    public InterleavedTimes(Cpu cpu, int blocks, boolean warmUp, Consumer<String> say) {
        this.cpu = cpu;
        this.blocks = new Blocks<>(blocks, this::round, TimedRound::median);
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Warms both up, runs each beside itself, then both beside each other. Every round from then on counts for the bar. */
    public Result compare(String title, TimedSide ours, TimedSide theirs, Bar bar) {
        say.accept(title);
        if (warmUp) {
            blocks.warmUp(ours);
            blocks.warmUp(theirs);
        }
        List<TimedRound> our = new ArrayList<>();
        List<TimedRound> their = new ArrayList<>();
        Map<String, Double> nulls = new LinkedHashMap<>();
        nulls.put(ours.name(), blocks.besideItself(ours, our));
        nulls.put(theirs.name(), blocks.besideItself(theirs, their));
        List<Double> ratios = blocks.compare(ours, theirs, our, their);
        List<String> faults =
                Stream.concat(ours.faults().stream(), theirs.faults().stream()).toList();
        return new TimesComparison(
                title, ours.name(), theirs.name(), new Nulls(nulls), our, their, ratios, bar, faults);
    }

    /**
     * How many times as long the baseline takes. Neither is run beside itself: between what differs so much, the machine's unquiet
     * decides nothing. The baseline is warm after its first round, which does not count.
     *
     * @param least how many times that must be
     */
    public Result faster(String title, TimedSide ours, TimedSide theirs, Bar bar, double least) {
        say.accept(title);
        if (warmUp) {
            round(theirs);
            blocks.warmUp(ours);
        }
        List<TimedRound> our = new ArrayList<>();
        List<TimedRound> their = new ArrayList<>();
        List<Double> ratios = blocks.compare(theirs, ours, their, our);
        List<String> faults =
                Stream.concat(ours.faults().stream(), theirs.faults().stream()).toList();
        return new Faster(title, ours.name(), theirs.name(), our, their, ratios, bar, least, faults);
    }

    private TimedRound round(TimedSide side) {
        side.prepare();
        Map<String, Double> before = cpu.seconds();
        long begun = System.nanoTime();
        Histogram micros = side.work();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Map<String, Double> used = Cpu.between(before, cpu.seconds());
        side.check();
        TimedRound round = new TimedRound(micros, new Round(micros.getTotalCount(), seconds, used));
        say.accept("  %-20s %s".formatted(side.name(), new Times(List.of(round)).inWords()));
        return round;
    }
}
