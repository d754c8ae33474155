package org.secondperiod.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max by (a) (some_metric{b=\"c\"}) > 3 and on () max(other_metric) > 0",
                "sum(rate(some_total{a=~\"b|c\"}[5m])) by (a) / 2",
                "time() - max(some_seconds) > 60",
                "absent(up{service=\"x\"} == 1) or absent(up{service=\"y\"} == 1)",
                "min(some_metric offset 1h) * -1"
            })
    void whatIsAQueryIsRead(String query) {
        assertThat(PromQl.parse(query).selectors()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "max by (a) some_metric",
                "rate(some_total)",
                "some_total[5m]",
                "some_total[5m] > 3",
                "max(some_metric{a=b})",
                "max(some_metric{a=~\"(\"})",
                "max(some_metric) >",
                "max(some_metric))",
                "maximum(some_metric)",
                "1 and some_metric",
                "increase(some_total[five])",
                "some_metric{a=\"b\" c=\"d\"}"
            })
    void whatIsNoneIsRefused(String query) {
        assertThatThrownBy(() -> PromQl.parse(query)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itSaysWhatIsAskedForAndWhatRemains() {
        PromQl query = PromQl.parse("sum by (why) (increase(some_total{a=\"b\"}[15m])) > 100");

        assertThat(query.selectors()).containsExactly(new PromQl.Selector("some_total", Map.of("a", "b")));
        assertThat(query.groupings()).containsExactly(new PromQl.Grouping(Set.of("why"), Set.of("some_total")));
    }
}
