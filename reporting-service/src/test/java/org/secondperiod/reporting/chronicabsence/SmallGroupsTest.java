package org.secondperiod.reporting.chronicabsence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallGroupsTest {

    private static List<Line> lines(int... students) {
        return Arrays.stream(students)
                .mapToObj(count -> Line.of("S", "School", "v" + count, new Sums(count, 0, 0, 0, 0, 0, 0, 0)))
                .toList();
    }

    private static List<Integer> suppressed(List<Line> lines) {
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).suppressed())
                .boxed()
                .toList();
    }

    @Test
    void fewerThanTenHaveNoNumbersAndNeitherHasWhatWouldTellHowMany() {
        List<Line> shown = SmallGroups.suppressed(lines(30, 9, 12, 50), line -> false);

        assertThat(suppressed(shown)).containsExactly(1, 2);
        assertThat(shown.get(1).students()).isNull();
        assertThat(shown.get(1).value()).isEqualTo("v9");
    }

    @Test
    void twoSmallOnesHideEachOther() {
        assertThat(suppressed(SmallGroups.suppressed(lines(30, 9, 3, 50), line -> false)))
                .containsExactly(1, 2);
    }

    @Test
    void tenAreShown() {
        assertThat(suppressed(SmallGroups.suppressed(lines(30, 10), line -> false)))
                .isEmpty();
    }

    @Test
    void whoMayReadOfEachStudentSeesAll() {
        assertThat(suppressed(SmallGroups.suppressed(lines(30, 9), line -> true)))
                .isEmpty();
    }
}
