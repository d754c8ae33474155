package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs two sides in blocks of A B B A, so that a slow drift of the machine meets both alike. */
public final class Interleaved {

    private final Cpu cpu;
    private final Blocks<Side, Round> blocks;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param blocks how many blocks of four rounds
     * @param warmUp whether each side does rounds beforehand until two agree within 5%
     */
    public Interleaved(Cpu cpu, int blocks, boolean warmUp, Consumer<String> say) {
        this.cpu = cpu;
        this.blocks = new Blocks<>(blocks, this::round, Round::perSecond);
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Warms both up, runs each beside itself, then both beside each other. */
    public Comparison compare(String title, Side ours, Side theirs, double goal, double aim) {
        say.accept(title);
        if (warmUp) {
            blocks.warmUp(ours);
            blocks.warmUp(theirs);
        }
        Map<String, Double> nulls = new LinkedHashMap<>();
        nulls.put(ours.name(), blocks.besideItself(ours, new ArrayList<>()));
        nulls.put(theirs.name(), blocks.besideItself(theirs, new ArrayList<>()));
        List<Round> our = new ArrayList<>();
        List<Round> their = new ArrayList<>();
        List<Double> ratios = blocks.compare(ours, theirs, our, their);
        return new Comparison(title, ours.name(), theirs.name(), new Nulls(nulls), our, their, ratios, goal, aim);
    }

    private Round round(Side side) {
        side.prepare();
        Map<String, Double> before = cpu.seconds();
        long begun = System.nanoTime();
        long events = side.work();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Round round = new Round(events, seconds, Cpu.between(before, cpu.seconds()));
        side.check();
        say.accept("  %-20s %,9.0f events/s%s".formatted(side.name(), round.perSecond(), round.cpuInWords()));
        return round;
    }
}
