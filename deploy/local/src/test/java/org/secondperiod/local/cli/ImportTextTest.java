package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportTextTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void of_a_refused_import_no_row_went_through_and_the_way_out_is_an_option_of_this_command() throws Exception {
        String text = print("""
            {"importId": "i1", "state": "REFUSED", "dryRun": false,
             "reason": "Nothing was imported. If that is right, send it again with allowShrink=true.",
             "counts": {"rowsRead": 10, "rowsRejected": 1, "rowsNoted": 0, "students": 5, "studentsChanged": 0},
             "errors": [{"file": "users.csv", "line": 3, "column": "grades", "reason": "is no grade", "effect": "REJECTED"}]}
            """);

        assertThat(text)
                .startsWith("Refused. Nothing was stored.")
                .contains("send it again with --allow-shrink.")
                .contains("users.csv line 3, grades (rejected): is no grade")
                .doesNotContain("went through")
                .doesNotContain("allowShrink");
    }

    @Test
    void a_row_with_a_remark_is_not_called_wrong() throws Exception {
        String text = print("""
            {"importId": "i1", "state": "DONE", "dryRun": true,
             "counts": {"rowsRead": 1200, "rowsRejected": 0, "rowsNoted": 30, "students": 5, "studentsChanged": 2},
             "errors": [{"file": "classes.csv", "line": 0, "reason": "is not there", "effect": "NOTED"}]}
            """);

        assertThat(text)
                .startsWith("Checked, and it could be imported. Nothing was stored.")
                .contains("1,200 rows read: 0 rejected, 30 with a remark")
                .contains("5 students; something would change for 2 of them")
                .contains("classes.csv (remark): is not there")
                .contains("and 29 more");
    }

    private String print(String ended) throws Exception {
        Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        new ImportText(console).print(new ObjectMapper().readTree(ended));
        return printed.toString(StandardCharsets.UTF_8);
    }
}
