package org.secondperiod.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class TimesComparisonTest {

    private static final Nulls QUIET = new Nulls(Map.of("ours", 1.01, "theirs", 0.98));
    private static final Nulls UNQUIET = new Nulls(Map.of("ours", 1.04, "theirs", 1.0));
    private static final Bar BAR = new Bar(95, 50);

    @Test
    void theGoalIsReachedByThePercentileOfAllRoundsTogether() {
        assertThat(compared(QUIET, List.of(), 10, 20, 49).isReached()).isTrue();
        assertThat(compared(QUIET, List.of(), 10, 20, 51).isReached()).isFalse();
        assertThat(compared(QUIET, List.of(), 10, 20, 51).lines()).anyMatch(line -> line.endsWith("FALLS SHORT"));
    }

    @Test
    void whereNothingWasMeasuredNothingIsReached() {
        assertThat(compared(QUIET, List.of()).isReached()).isFalse();
    }

    @Test
    void whatMustNeverHappenMakesItFallShortHoweverFastItIs() {
        var compared = compared(QUIET, List.of("next family: 1 tasks were given twice"), 1);

        assertThat(compared.isReached()).isFalse();
        assertThat(compared.isRight()).isFalse();
        assertThat(compared.lines()).anyMatch(line -> line.contains("NEVER TO HAPPEN") && line.contains("given twice"));
    }

    @Test
    void aRatioIsPublishedOnlyWhereEachSideBesideItselfIsEqual() {
        assertThat(compared(QUIET, List.of(), 1).lines()).anyMatch(line -> line.contains("2.00 times"));
        assertThat(compared(QUIET, List.of(), 1).fields()).containsKey("ratio");
        assertThat(compared(UNQUIET, List.of(), 1).lines())
                .noneMatch(line -> line.contains("times the baseline"))
                .anyMatch(line -> line.contains("not published"));
        assertThat(compared(UNQUIET, List.of(), 1).fields()).doesNotContainKey("ratio");
        assertThat(compared(UNQUIET, List.of(), 1).isReached())
                .as("the bar is absolute")
                .isTrue();
    }

    private static TimesComparison compared(Nulls nulls, List<String> faults, long... millis) {
        var micros = new Histogram(3);
        for (long each : millis) {
            micros.recordValue(each * 1_000);
        }
        var rounds = List.of(new TimedRound(micros, new Round(micros.getTotalCount(), 1, Map.of("desk", 0.01))));
        return new TimesComparison("title", "ours", "theirs", nulls, rounds, rounds, List.of(2.0), BAR, faults);
    }
}
