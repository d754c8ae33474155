package org.secondperiod.kit.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    @Test
    void noticesEveryRepeatAndNothingElse() {
        Repeats repeats = new Repeats();

        assertThat(IntStream.range(0, 50_000)
                        .filter(i -> repeats.seenBefore(ContentId.of("a", i)))
                        .count())
                .isZero();
        assertThat(IntStream.range(0, 50_000)
                        .filter(i -> repeats.seenBefore(ContentId.of("a", i)))
                        .count())
                .isEqualTo(50_000);
    }

    @Test
    void anIdTellsAbsentFromEmptyAndOnePartFromTwo() {
        assertThat(ContentId.of("a", null)).isNotEqualTo(ContentId.of("a", ""));
        assertThat(ContentId.of("a", "b")).isNotEqualTo(ContentId.of("ab"));
        assertThat(ContentId.of("a", 1).text())
                .isEqualTo(ContentId.of("a", 1).text())
                .hasSize(32);
    }
}
