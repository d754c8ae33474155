package org.secondperiod.reporting.weekly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.secondperiod.reporting.weekly.Wall.Part;

/** What may hang on a wall, whoever subtracts. */
class WallTest {

    private static Set<String> shown(Map<String, Part> parts) {
        return Wall.shown(new TreeMap<>(parts));
    }

    @Test
    void aPartIsShownWhereItIsOfNobodyOrOfTenAndLeavesTen() {
        assertThat(new Part(30, 0).isForAnybody()).isTrue();
        assertThat(new Part(30, 9).isForAnybody()).isFalse();
        assertThat(new Part(30, 10).isForAnybody()).isTrue();
        assertThat(new Part(30, 20).isForAnybody()).isTrue();
        assertThat(new Part(30, 21).isForAnybody()).isFalse();
        assertThat(new Part(9, 0).isForAnybody()).isFalse();
    }

    @Test
    void oneHiddenPartHidesOthersUntilTheirSumMayBeKnown() {
        assertThat(shown(Map.of(
                        "10", new Part(30, 3),
                        "11", new Part(30, 0),
                        "12", new Part(30, 11),
                        "9", new Part(40, 12))))
                .containsExactly("9");
    }

    @Test
    void twoHiddenPartsThatAreEnoughTogetherHideNoOther() {
        assertThat(shown(Map.of(
                        "10", new Part(30, 6),
                        "11", new Part(30, 5),
                        "12", new Part(30, 11))))
                .containsExactly("12");
    }

    @Property(tries = 500)
    void whatIsLeftOfTheWholeIsForAnybodyOrNothingIsShown(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 30) Integer> counts,
            @ForAll @IntRange(min = 0, max = 40) int others) {
        SortedMap<String, Part> parts = new TreeMap<>();
        for (int i = 0; i < counts.size(); i++) {
            parts.put("g" + i, new Part(counts.get(i) + others, counts.get(i)));
        }

        Set<String> shown = Wall.shown(parts);

        shown.forEach(name -> assertThat(parts.get(name).isForAnybody()).isTrue());
        Part left = parts.entrySet().stream()
                .filter(part -> !shown.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .reduce(Part.NONE, Part::plus);
        assertThat(shown.isEmpty() || left.of() == 0 || left.isForAnybody()).isTrue();
    }
}
