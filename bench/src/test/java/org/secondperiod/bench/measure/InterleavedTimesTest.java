package org.secondperiod.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class InterleavedTimesTest {

    private final List<String> order = new ArrayList<>();

    @Test
    void roundsAreInterleavedAndAllOfOursCountForTheBar() {
        var compared = (TimesComparison) new InterleavedTimes(new Cpu(), 1, false, line -> {})
                .compare("title", new Side("a", 40), new Side("b", 20), new Bar(99, 45));

        assertThat(String.join("", order)).isEqualTo("aaaabbbbabba");
        assertThat(compared.ours()).hasSize(6);
        assertThat(compared.theirs()).hasSize(6);
        assertThat(compared.nulls().areSound()).isTrue();
        assertThat(compared.ratios())
                .singleElement()
                .satisfies(ratio -> assertThat(ratio).isBetween(1.99, 2.01));
        assertThat(compared.isReached()).isTrue();
    }

    @Test
    void itIsWarmedUpUntilTwoRoundsAgree() {
        new InterleavedTimes(new Cpu(), 1, true, line -> {})
                .compare("title", new Side("a", 40), new Side("b", 20), new Bar(99, 45));

        assertThat(String.join("", order)).isEqualTo("aabbaaaabbbbabba");
    }

    @Test
    void whatIsFasterByFarIsNotRunBesideItself() {
        var times = new InterleavedTimes(new Cpu(), 1, false, line -> {});
        var enough = times.faster("title", new Side("a", 1), new Side("b", 60), new Bar(95, 50), 50);
        var tooLittle = times.faster("title", new Side("a", 1), new Side("b", 49), new Bar(95, 50), 50);
        var tooSlow = times.faster("title", new Side("a", 51), new Side("b", 51_000), new Bar(95, 50), 50);

        assertThat(String.join("", order)).isEqualTo("baab".repeat(3));
        assertThat(enough.isReached()).isTrue();
        assertThat(enough.lines()).anyMatch(line -> line.contains("60 times as fast"));
        assertThat(tooLittle.isReached()).isFalse();
        assertThat(tooLittle.isRight()).isTrue();
        assertThat(tooSlow.isReached()).isFalse();
    }

    private final class Side implements TimedSide {

        private final String name;
        private final long millis;
        private boolean ready;

        Side(String name, long millis) {
            this.name = name;
            this.millis = millis;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void prepare() {
            ready = true;
        }

        @Override
        public Histogram work() {
            assertThat(ready).isTrue();
            ready = false;
            order.add(name);
            var micros = new Histogram(3);
            micros.recordValue(millis * 1_000);
            return micros;
        }
    }
}
