package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ReachedTest {

    private static final long MILLI = 1_000_000;

    private final Reached reached = new Reached(List.of("s1", "s2"), 3);

    @Test
    void anEventIsThereWhenTheLastDeskHasIt() {
        reached.due("s1", 0);
        reached.seen(0, "s1", 10 * MILLI);
        reached.seen(2, "s1", 700 * MILLI);
        reached.seen(1, "s1", 30 * MILLI);

        assertThat(reached.untilTheLast().getTotalCount()).isOne();
        assertThat(reached.untilTheLast().getMaxValue()).isBetween(699_000L, 701_000L);
        assertThat(reached.missing()).isEqualTo(3);
    }

    @Test
    void theSameDeskTwiceIsNotTwoDesks() {
        reached.seen(0, "s1", MILLI);
        reached.seen(0, "s1", 2 * MILLI);
        reached.seen(1, "s1", MILLI);
        reached.seen(1, "somebody else", MILLI);

        assertThat(reached.untilTheLast().getTotalCount()).isZero();
        assertThat(reached.missing()).isEqualTo(4);
    }

    @Test
    void aStreamTellsOfCallsThatAreClosedBecauseSomebodyCameIn() {
        var ready = new CountDownLatch(1);
        var stream = new DeskStream(1, reached, ready);

        List.of("event:ready", "id:0.1", "data:{}", "", ":still here", "").forEach(stream::onNext);
        assertThat(ready.getCount()).isZero();

        List.of("event:whereabouts", "id:0.2", "data:{\"studentId\":\"s1\",\"state\":\"ARRIVED\"}", "")
                .forEach(stream::onNext);
        List.of("event:call-task", "data:{\"studentId\":\"s2\",\"state\":\"OPEN\",\"reason\":\"NOT_ARRIVED\"}", "")
                .forEach(stream::onNext);
        assertThat(reached.missing()).isEqualTo(6);

        List.of("event:call-task", "id:0.3", "data:{\"studentId\":\"s1\",\"state\":\"ARRIVED\"}", "")
                .forEach(stream::onNext);
        assertThat(reached.missing()).isEqualTo(5);
    }
}
