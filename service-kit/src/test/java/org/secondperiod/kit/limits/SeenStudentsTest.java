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
        assertThat(seen.add(students(0, most * 98 / 100), most, 1)).isEmpty();

        // Then a few more are too many
        assertThat(seen.add(students(0, most * 102 / 100 + 1), most, 1)).isPresent();
    }

    @Test
    void theSameAreSeenAgainAsOftenAsOneLikes() {
        seen.add(students(0, 1_000), 1_000, 1);
        for (int i = 0; i < 100; i++) {
            assertThat(seen.add(students(i * 10, i * 10 + 10), 990, 1)).isEmpty();
        }
    }

    @Test
    void whoWasRefusedHasSeenNobody() {
        assertThat(seen.add(students(0, 5_000), 1_000, 1)).isPresent();
        assertThat(seen.add(students(0, 900), 1_000, 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6})
    void withinAnHourNothingIsForgotten(long later) {
        assertThat(seen.add(students(0, 950), 1_000, 7)).isEmpty();

        assertThat(seen.add(students(1_000, 1_500), 1_000, 7 + later)).hasValue(14);
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 13, 14, 15, 99})
    void afterAnHourAllIsForgotten(long later) {
        assertThat(seen.add(students(0, 950), 1_000, 7)).isEmpty();

        assertThat(seen.add(students(1_000, 1_950), 1_000, 7 + later)).isEmpty();
    }

    @Test
    void itGoesOnWhenEnoughOfThemHaveLeft() {
        seen.add(students(0, 100), 1_000, 10);
        seen.add(students(100, 500), 1_000, 12);
        seen.add(students(500, 900), 1_000, 15);

        assertThat(seen.add(students(1_000, 1_150), 1_000, 16)).hasValue(17);
        assertThat(seen.add(students(1_000, 1_400), 1_000, 16)).hasValue(19);
        assertThat(seen.add(students(1_000, 1_900), 1_000, 16)).hasValue(22);
        assertThat(seen.add(students(1_000, 2_100), 1_000, 16)).hasValue(SeenStudents.NEVER);
        assertThat(seen.add(students(1_000, 1_400), 1_000, 18)).hasValue(19);
        assertThat(seen.add(students(1_000, 1_400), 1_000, 19)).isEmpty();
    }

    @Test
    void whoIsSeenAgainStaysAsLongAsIfSeenForTheFirstTime() {
        seen.add(students(0, 900), 1_000, 10);
        seen.add(students(0, 900), 1_000, 14);

        assertThat(seen.add(students(1_000, 1_400), 1_000, 18)).hasValue(21);
    }

    @Test
    void aThreadThatComesLateForgetsNothing() {
        seen.add(students(0, 950), 1_000, 8);

        assertThat(seen.add(students(1_000, 1_500), 1_000, 7)).isPresent();
    }

    @Test
    void aClockThatWasAheadDoesNotShutAnybodyOut() {
        seen.add(students(0, 950), 1_000, 5_000);

        assertThat(seen.add(students(1_000, 1_900), 1_000, 8)).isEmpty();
    }

    private static List<String> students(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> String.valueOf(904_000_000 + i))
                .toList();
    }
}
