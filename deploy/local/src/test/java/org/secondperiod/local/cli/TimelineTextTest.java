package org.secondperiod.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimelineTextTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void what_happened_or_was_learnt_on_another_day_has_its_date() throws Exception {
        print("""
            {"studentId": "s1", "day": "2026-11-24", "entries": [
              {"kind": "SCAN", "what": "Scanned in", "at": "2026-11-24T12:55:00Z", "recordedAt": "2026-11-24T12:55:02Z"},
              {"kind": "SCAN", "what": "Scanned in", "at": "2026-11-24T13:00:00Z", "recordedAt": "2026-11-24T14:16:00Z"},
              {"kind": "MARK", "what": "Marked late", "at": "2026-11-24T13:15:00Z", "recordedAt": "2026-11-25T13:01:12Z"},
              {"kind": "CONCLUSION", "what": "ARRIVED", "at": "2026-11-25T13:01:13Z", "recordedAt": "2026-11-25T13:01:13Z"}
            ]}
            """);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Student s1 on 2026-11-24",
                        "",
                        "07:55:00  scan          Scanned in",
                        "08:00:00  scan          Scanned in (we learnt of it at 09:16:00)",
                        "08:15:00  mark          Marked late (we learnt of it at 2026-11-25 08:01:12)",
                        "2026-11-25 08:01:13  conclusion    ARRIVED");
    }

    private void print(String timeline) throws Exception {
        Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        new TimelineText(console, ZoneId.of("America/New_York")).print(new ObjectMapper().readTree(timeline));
    }
}
