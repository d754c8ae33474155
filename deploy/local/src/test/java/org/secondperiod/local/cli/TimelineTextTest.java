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

    @Test
    void of_several_schools_each_entry_and_each_conclusion_says_its_own() throws Exception {
        print("""
            {"studentId": "s1", "day": "2026-11-24", "schools": {"11X265": "Bronx Lab"}, "entries": [
              {"kind": "MARK", "schoolId": "11X265", "what": "Marked absent", "at": "2026-11-24T13:15:00Z", "recordedAt": "2026-11-24T13:15:00Z"},
              {"kind": "SCAN", "what": "Scanned in", "at": "2026-11-24T13:16:00Z", "recordedAt": "2026-11-24T13:16:00Z"},
              {"kind": "MARK", "schoolId": "11X266", "what": "Marked late", "detail": "Code L", "at": "2026-11-24T13:17:00Z", "recordedAt": "2026-11-24T13:17:00Z"}
            ], "whereabouts": [{"schoolId": "11X265", "state": "ARRIVED", "rule": 8, "explanation": "Came."}]}
            """);

        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "08:15:00  mark          Marked absent, at Bronx Lab (11X265)",
                        "08:16:00  scan          Scanned in",
                        "08:17:00  mark          Marked late, at 11X266. Code L",
                        "At Bronx Lab (11X265): arrived late (ARRIVED, by rule 8).");
    }

    private void print(String timeline) throws Exception {
        Console console = new Console(new PrintStream(printed, true, StandardCharsets.UTF_8), false);
        new TimelineText(console, ZoneId.of("America/New_York")).print(new ObjectMapper().readTree(timeline));
    }
}
