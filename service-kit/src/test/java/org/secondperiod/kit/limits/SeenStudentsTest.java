package org.secondperiod.kit.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenStudentsTest {

    private final SeenStudents seen = new SeenStudents();

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 10_000, 50_000})
    void countsWithinTwoPercent(int most) {
        // Given nearly as many as may be, by ids as districts have them
        assertThat(seen.add(students(0, most * 98 / 100), most, 1)).isTrue();

        // Then a few more are too many
        assertThat(seen.add(students(0, most * 102 / 100 + 1), most, 1)).isFalse();
    }

    @Test
    void theSameAreSeenAgainAsOftenAsOneLikes() {
        seen.add(students(0, 1_000), 1_000, 1);
        for (int i = 0; i < 100; i++) {
            assertThat(seen.add(students(i * 10, i * 10 + 10), 990, 1)).isTrue();
        }
    }

    @Test
    void whoWasRefusedHasSeenNobody() {
        assertThat(seen.add(students(0, 5_000), 1_000, 1)).isFalse();
        assertThat(seen.add(students(0, 900), 1_000, 1)).isTrue();
    }

    @Test
    void anHourLaterAllIsForgottenAndHalfAnHourLaterNothing() {
        assertThat(seen.add(students(0, 950), 1_000, 7)).isTrue();
        assertThat(seen.add(students(1_000, 1_500), 1_000, 8)).isFalse();
        assertThat(seen.add(students(1_000, 1_500), 1_000, 9)).isTrue();
        assertThat(seen.add(students(1_500, 2_300), 1_000, 99)).isTrue();
    }

    private static List<String> students(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.valueOf(904_000_000 + i))
                .toList();
    }
}
