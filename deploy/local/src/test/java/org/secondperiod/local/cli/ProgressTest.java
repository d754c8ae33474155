package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void where_there_is_no_terminal_a_short_work_is_one_plain_line() {
        Progress progress = new Progress(console(false), "Scans", 1000);

        progress.add(600, 0);
        progress.add(399, 1);
        progress.finish();

        assertThat(text().lines())
                .singleElement()
                .asString()
                .startsWith("Scans: 1,000 of 1,000")
                .endsWith("1 rejected")
                .doesNotContain("\r");
    }

    @Test
    void on_a_terminal_the_line_is_replaced_as_work_goes_on() {
        Progress progress = new Progress(console(true), "Scans", 1000);

        progress.add(500, 0);
        progress.finish();

        assertThat(text()).contains("500 of 1,000").contains("left").contains("\r");
    }

    private Console console(boolean terminal) {
        return new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal);
    }

    private String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
