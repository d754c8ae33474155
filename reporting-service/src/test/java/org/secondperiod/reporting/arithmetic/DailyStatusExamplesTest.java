package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.reporting.examples.ExampleTable;

/** What a day's marks say, case by case, as daily-status-examples.csv has it. */
class DailyStatusExamplesTest {

    static Stream<Map<String, String>> examples() {
        return ExampleTable.of("daily-status-examples.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAsTheTableSays(Map<String, String> row) {
        Map<String, MarkKind> marks = new HashMap<>();
        Arrays.stream(row.get("marks").split(", "))
                .filter(mark -> !mark.isBlank())
                .map(mark -> mark.split(" "))
                .forEach(mark -> marks.put(mark[0], MarkKind.valueOf(mark[1].toUpperCase(Locale.ROOT))));
        StatusRule rule = row.get("rule").equals("half") ? StatusRule.HALF_OF_PERIODS : StatusRule.TRIGGER_PERIOD;

        char day = DailyStatus.letter(marks, rule, row.get("trigger period"), Integer.parseInt(row.get("periods")));

        assertThat(String.valueOf(day))
                .as("%s: %s", row.get("case"), row.get("why"))
                .isEqualTo(row.get("day"));
    }
}
