package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs two sides in blocks of A B B A, so that a slow drift of the machine meets both alike. */
public final class Interleaved {

    private static final int MOST_WARM_UPS = 6;
    private static final double WARM = 0.05;
    private static final double LEAST_CPU_MICROS = 0.05;

    private final Cpu cpu;
    private final int blocks;
    private final boolean warmUp;
    private final Consumer<String> say;

    /**
     * @param blocks how many blocks of four rounds
     * @param warmUp whether each side does rounds beforehand until two agree within 5%
     */
    public Interleaved(Cpu cpu, int blocks, boolean warmUp, Consumer<String> say) {
        this.cpu = cpu;
        this.blocks = blocks;
        this.warmUp = warmUp;
        this.say = say;
    }

    /** Warms both up, runs each beside itself, then both beside each other. */
    public Comparison compare(String title, Side ours, Side theirs, double goal, double aim) {
        say.accept(title);
        warmUp(ours);
        warmUp(theirs);
        Map<String, Double> nulls = new LinkedHashMap<>();
        nulls.put(ours.name(), besideItself(ours));
        nulls.put(theirs.name(), besideItself(theirs));
        List<Round> our = new ArrayList<>();
        List<Round> their = new ArrayList<>();
        List<Double> ratios = blocks(ours, theirs, our, their);
        return new Comparison(title, ours.name(), theirs.name(), nulls, our, their, ratios, goal, aim);
    }

    private double besideItself(Side side) {
        return Spread.of(blocks(side, side, new ArrayList<>(), new ArrayList<>()))
                .median();
    }

    private List<Double> blocks(Side one, Side other, List<Round> ones, List<Round> others) {
        List<Double> ratios = new ArrayList<>();
        for (int block = 0; block < blocks; block++) {
            Round first = round(one);
            Round second = round(other);
            Round third = round(other);
            Round fourth = round(one);
            ones.addAll(List.of(first, fourth));
            others.addAll(List.of(second, third));
            ratios.add((first.perSecond() + fourth.perSecond()) / (second.perSecond() + third.perSecond()));
        }
        return ratios;
    }

    private void warmUp(Side side) {
        double before = 0;
        for (int i = 0; warmUp && i < MOST_WARM_UPS; i++) {
            double now = round(side).perSecond();
            if (Math.abs(now - before) < WARM * now) {
                return;
            }
            before = now;
        }
    }

    private Round round(Side side) {
        side.prepare();
        Map<String, Double> before = cpu.seconds();
        long begun = System.nanoTime();
        long events = side.work();
        double seconds = (System.nanoTime() - begun) / 1e9;
        Round round = new Round(events, seconds, Cpu.between(before, cpu.seconds()));
        side.check();
        say.accept("  %-20s %,9.0f events/s%s".formatted(side.name(), round.perSecond(), cpu(round)));
        return round;
    }

    private static String cpu(Round round) {
        return round.cpuSeconds().keySet().stream()
                .filter(process -> round.cpuMicros(process) >= LEAST_CPU_MICROS)
                .map(process -> "%s %.1f us".formatted(process, round.cpuMicros(process)))
                .collect(Collectors.joining(", ", "; CPU per event: ", ""));
    }
}
