package org.secondperiod.reporting.reasons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallGroupsOfReasonsTest {

    private static Set<String> together(Map<String, Long> sizes) {
        return SmallGroupsOfReasons.together(new TreeMap<>(sizes));
    }

    @Test
    void groupsOfTenStandByThemselves() {
        assertThat(together(Map.of("9-A", 10L, "9-B", 24L))).isEmpty();
    }

    @Test
    void groupsOfFewerAreToldTogether() {
        assertThat(together(Map.of("9-A", 4L, "9-B", 24L, "9-C", 6L))).containsExactlyInAnyOrder("9-A", "9-C");
    }

    @Test
    void oneAloneTakesTheNextWithIt() {
        assertThat(together(Map.of("9-A", 20L, "9-B", 24L, "9-C", 9L))).containsExactlyInAnyOrder("9-A", "9-C");
    }

    @Test
    void fewTogetherTakeTheNextWithThem() {
        assertThat(together(Map.of("9-A", 3L, "9-B", 24L, "9-C", 4L))).containsExactlyInAnyOrder("9-A", "9-B", "9-C");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsToldTogetherIsOfTenAndOfTwoGroupsUnlessThereAreNoMore(int seed) {
        Random random = new Random(seed);
        SortedMap<Integer, Long> sizes = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            sizes.put(i, (long) random.nextInt(30));
        }

        Set<Integer> together = SmallGroupsOfReasons.together(sizes);

        assertThat(sizes)
                .allSatisfy((key, size) ->
                        assertThat(size >= 10 || together.contains(key)).isTrue());
        long students = together.stream().mapToLong(sizes::get).sum();
        assertThat(together.isEmpty() || together.size() == sizes.size() || students >= 10 && together.size() > 1)
                .isTrue();
    }
}
