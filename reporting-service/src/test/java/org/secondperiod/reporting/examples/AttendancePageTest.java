package org.secondperiod.reporting.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/attendance.md shows the tables that the tests run. */
class AttendancePageTest {

    private static final Path PAGE = Path.of("..", "docs", "attendance.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "daily-status-examples.csv",
                "band-examples.csv",
                "attendance-examples.csv",
                "absence-reason-examples.csv",
                "same-day-return-examples.csv"
            })
    void thePageHasTheTable(String file) throws IOException {
        List<Map<String, String>> rows = ExampleTable.of(file);
        StringBuilder table = new StringBuilder("<!-- %s -->\n".formatted(file));
        line(table, List.copyOf(rows.getFirst().keySet()));
        line(table, rows.getFirst().keySet().stream().map(column -> "---").toList());
        rows.forEach(row -> line(table, List.copyOf(row.values())));

        assertThat(Files.readString(PAGE)).contains(table);
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
