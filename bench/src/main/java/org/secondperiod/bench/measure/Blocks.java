package org.secondperiod.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Rounds of two sides in blocks of A B B A, so that a slow drift of the machine meets both alike.
 *
 * @param <S> a side
 * @param <R> what came of a round
 */
final class Blocks<S, R> {

    private static final int MOST_WARM_UPS = 6;
    private static final double WARM = 0.05;

    private final int count;
    private final Function<S, R> round;
    private final ToDoubleFunction<R> figure;

    /**
     * @param count how many blocks
     * @param round does one
     * @param figure by which rounds are compared
     */
    Blocks(int count, Function<S, R> round, ToDoubleFunction<R> figure) {
        this.count = count;
        this.round = round;
        this.figure = figure;
    }

    /** Does rounds until two agree within 5%, six at the most. */
    void warmUp(S side) {
        double before = 0;
        for (int i = 0; i < MOST_WARM_UPS; i++) {
            double now = figure.applyAsDouble(round.apply(side));
            if (Math.abs(now - before) < WARM * now) {
                return;
            }
            before = now;
        }
    }

    /** A side beside itself: 1 on a machine that is quiet enough to compare. */
    double besideItself(S side, List<R> rounds) {
        return Spread.of(compare(side, side, rounds, rounds)).median();
    }

    /**
     * Both beside each other.
     *
     * @param ones gets the rounds of the one
     * @param others gets those of the other
     * @return one ratio of each block: one by other
     */
    List<Double> compare(S one, S other, List<R> ones, List<R> others) {
        List<Double> ratios = new ArrayList<>();
        for (int block = 0; block < count; block++) {
            R first = round.apply(one);
            R second = round.apply(other);
            R third = round.apply(other);
            R fourth = round.apply(one);
            ones.addAll(List.of(first, fourth));
            others.addAll(List.of(second, third));
            ratios.add(sum(first, fourth) / sum(second, third));
        }
        return ratios;
    }

    private double sum(R one, R other) {
        return figure.applyAsDouble(one) + figure.applyAsDouble(other);
    }
}
