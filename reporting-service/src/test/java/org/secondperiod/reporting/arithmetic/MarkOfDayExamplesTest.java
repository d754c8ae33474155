package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.reporting.examples.ExampleTable;

/** Which mark says why, case by case, as absence-reason-examples.csv has it. */
class MarkOfDayExamplesTest {

    static Stream<Map<String, String>> examples() {
        return ExampleTable.of("absence-reason-examples.csv").stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAsTheTableSays(Map<String, String> row) {
        DayStatus status = DayStatus.of(row.get("day").charAt(0));
        List<MarkOfDay> marks = Arrays.stream(row.get("marks").split(", "))
                .map(mark -> mark.split(" "))
                .map(mark -> new MarkOfDay(
                        mark[0], MarkKind.valueOf(mark[1].toUpperCase(Locale.ROOT)), mark.length > 2 ? mark[2] : null))
                .toList();

        for (List<MarkOfDay> told : List.of(marks, marks.reversed())) {
            Optional<MarkOfDay> why = MarkOfDay.why(status, told);

            assertThat(why.map(MarkOfDay::reason).orElse(""))
                    .as("%s: %s", row.get("case"), row.get("why"))
                    .isEqualTo(row.get("reason"));
            assertThat(why.filter(MarkOfDay::isExcused).isPresent())
                    .as("%s: %s", row.get("case"), row.get("why"))
                    .isEqualTo(row.get("excused").equals("yes"));
        }
    }
}
