package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HistoryTextTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void of_a_refused_history_nothing_was_told_and_the_way_out_is_an_option_of_this_command() throws Exception {
        String text = print("""
            {"historyId": "h1", "state": "REFUSED", "dryRun": false,
             "reason": "2 rows are not sound. allowRejected=true leaves them out.",
             "progress": {"rowsRead": 10, "rowsRejected": 2, "rowsTaken": 0, "daysTold": 0},
             "schools": [{"schoolId": "11X265", "rows": 8, "absences": 7, "days": 3, "firstDay": "2026-09-01", "lastDay": "2026-09-03"}],
             "errors": [{"line": 3, "field": "schoolDay", "reason": "is not over yet"}]}
            """);

        assertThat(text)
                .startsWith("Refused. Nothing was told.")
                .contains("--allow-rejected leaves them out.")
                .contains("10 rows read: 2 rejected, 0 told")
                .contains("11X265: 8 rows, 7 absences, 3 days, 2026-09-01 to 2026-09-03")
                .contains("line 3, schoolDay: is not over yet")
                .contains("and 1 more")
                .doesNotContain("allowRejected");
    }

    @Test
    void a_dry_run_says_that_nothing_was_told() throws Exception {
        assertThat(print("""
            {"historyId": "h1", "state": "DONE", "dryRun": true,
             "progress": {"rowsRead": 10, "rowsRejected": 0, "rowsTaken": 0, "daysTold": 0}, "errors": []}
            """)).startsWith("Checked, and it could be imported. Nothing was told.");
    }

    @Test
    void rows_of_years_that_reports_do_not_keep_are_told_before_and_after() throws Exception {
        for (boolean dryRun : new boolean[] {true, false}) {
            assertThat(print("""
                {"historyId": "h1", "state": "DONE", "dryRun": %s, "keptFrom": "2025-08-01", "rowsNotKept": 120,
                 "progress": {"rowsRead": 2000, "rowsRejected": 0, "rowsTaken": 0, "daysTold": 0}, "errors": []}
                """.formatted(dryRun)))
                    .contains("120 of them are of days before 2025-08-01, of which reports keep nothing");
        }
        assertThat(print("""
                {"historyId": "h1", "state": "DONE", "dryRun": false, "keptFrom": "2025-08-01", "rowsNotKept": 0,
                 "progress": {"rowsRead": 10, "rowsRejected": 0, "rowsTaken": 10, "daysTold": 1}, "errors": []}
                """)).doesNotContain("reports keep nothing");
    }

    private String print(String ended) throws Exception {
        printed.reset();
        Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        new HistoryText(console).print(new ObjectMapper().readTree(ended));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
