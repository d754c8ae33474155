package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.secondperiod.bench.desk.Bursts.Asker;

class BurstsTest {

    private static final Runnable NOTHING = () -> {};

    @Test
    void aStallCountsForWhatWasDueMeanwhile() {
        var asked = new AtomicInteger();
        Asker stallsAtFirst = () -> {
            if (asked.getAndIncrement() == 0) {
                sleep(1_000);
            }
            return NOTHING;
        };

        var micros = Bursts.run(List.of(stallsAtFirst), 5, 100);

        assertThat(micros.getTotalCount()).isEqualTo(5);
        assertThat(micros.getMinValue())
                .as("the last was due after 400 ms, and asked after 1,000")
                .isGreaterThanOrEqualTo(590_000);
    }

    @Test
    void whatRemainsToBeDoneWithAnAnswerIsNotPartOfIt() {
        var micros = Bursts.run(List.of(() -> () -> sleep(400)), 1, 100);

        assertThat(micros.getMaxValue()).isLessThan(400_000);
    }

    @Test
    @Timeout(60)
    void allAskInTheSameInstant() {
        var together = new CyclicBarrier(3);
        Asker waitsForTheOthers = () -> {
            meet(together);
            return NOTHING;
        };

        var micros = Bursts.run(List.of(waitsForTheOthers, waitsForTheOthers, waitsForTheOthers), 2, 50);

        assertThat(micros.getTotalCount()).isEqualTo(6);
    }

    @Test
    void aFailureIsNoFigure() {
        Asker fails = () -> {
            throw new IllegalStateException("next answered 500");
        };

        assertThatThrownBy(() -> Bursts.run(List.of(fails), 1, 50)).hasRootCauseMessage("next answered 500");
    }

    private static void meet(CyclicBarrier others) {
        try {
            others.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
