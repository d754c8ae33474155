package org.secondperiod.reporting.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.secondperiod.reporting.examples.AttendanceExample;
import org.secondperiod.reporting.examples.ExampleTable;

/** The attendance arithmetic, case by case, as attendance-examples.csv has it, computed by hand. */
class AttendanceExamplesTest {

    private static final int MINIMUM = 10;

    static Stream<Map<String, String>> examples() {
        return ExampleTable.of("attendance-examples.csv").stream();
    }

    @Test
    void thereAreFortyCasesAtLeast() {
        assertThat(examples().map(row -> row.get("case")).distinct()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void itIsAsTheTableSays(Map<String, String> row) {
        AttendanceExample example = new AttendanceExample(row);
        List<AtSchool> atSchools = example.atSchools();

        Standing standing = Standing.of(
                        example.year(),
                        atSchools,
                        atSchools.stream().map(AtSchool::counted).toList(),
                        MINIMUM)
                .orElse(null);

        assertThat(inWords(standing))
                .as("%s: %s", row.get("case"), row.get("why"))
                .isEqualTo(Map.of(
                        "enrolled days", row.get("enrolled days"),
                        "absent days", row.get("absent days"),
                        "band", row.get("band"),
                        "absences left", row.get("absences left"),
                        "in a row", row.get("in a row"),
                        "last twenty", row.get("last twenty")));
    }

    private static Map<String, String> inWords(@Nullable Standing standing) {
        Count count = standing == null ? Count.NONE : standing.count();
        return Map.of(
                "enrolled days", days(count.enrolledHalfDays()),
                "absent days", days(count.absentHalfDays()),
                "band", band(standing == null ? null : standing.band()),
                "absences left", left(standing == null ? null : standing.left()),
                "in a row", String.valueOf(standing == null ? 0 : standing.run()),
                "last twenty", standing == null ? "" : standing.lastTwenty());
    }

    private static String days(int halves) {
        return halves / 2 + (halves % 2 == 0 ? "" : ".5");
    }

    private static String band(@Nullable Band band) {
        return band == null ? "left out" : band.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String left(@Nullable AbsencesLeft left) {
        if (left == null) {
            return "-";
        }
        return days(left.halfDays()) + (left.canEndBelowChronic() ? "" : " and too late");
    }
}
