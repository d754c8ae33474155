package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class SchoolCheckTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant TUESDAY = Instant.parse("2026-10-13T12:00:00Z");

    private final Map<String, String> answers = new HashMap<>(Map.of(
            "/v1/schools", """
            {"items":[{"schoolId":"A","zone":"America/New_York","triggerPeriod":"1"}]}""",
            "/v1/schools/A/bell-schedules", """
            {"items":[{"dayType":"regular","effectiveFrom":"2026-09-01","periods":[{"period":"1"},{"period":"2"}]}]}""",
            "/v1/schools/A/calendar", """
            {"days":[{"date":"2026-10-13","dayType":"regular"},{"date":"2026-10-14","dayType":"regular"}]}"""));

    private List<Finding> look() {
        return new SchoolCheck(path -> json(answers.get(path)), TUESDAY, NEW_YORK).look();
    }

    private void change(String path, String from, String to) {
        assertThat(answers.get(path)).contains(from);
        answers.compute(path, (any, text) -> text.replace(from, to));
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void assertFound(Level level, String saw, String mend) {
        assertThat(look()).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(level);
            assertThat(finding.about()).isEqualTo("school A");
            assertThat(finding.saw()).contains(saw);
            assertThat(finding.mend()).contains(mend).doesNotContain("%");
        });
    }

    @Test
    void with_bells_and_a_calendar_all_is_well() {
        assertThat(look()).singleElement().matches(finding -> finding.level() == Level.GOOD);
    }

    @Test
    void a_school_in_another_zone_is_noticed() {
        change("/v1/schools", "America/New_York", "America/Chicago");

        assertFound(Level.NOTICE, "America/Chicago", "/ingest/v1/schools/A");
    }

    @Test
    void no_calendar_is_a_fault() {
        answers.put("/v1/schools/A/calendar", "{\"days\":[]}");

        assertFound(Level.FAULT, "it has no calendar", "PUT /ingest/v1/schools/A/calendar");
    }

    @Test
    void a_calendar_that_has_ended_is_a_fault() {
        answers.put("/v1/schools/A/calendar", "{\"days\":[{\"date\":\"2026-06-26\",\"dayType\":\"regular\"}]}");

        assertFound(Level.FAULT, "ends on 2026-06-26", "PUT /ingest/v1/schools/A/calendar");
    }

    @Test
    void a_calendar_that_leaves_out_today_is_noticed() {
        change("/v1/schools/A/calendar", "{\"date\":\"2026-10-13\",\"dayType\":\"regular\"},", "");

        assertFound(Level.NOTICE, "does not say what today is", "/calendar/2026-10-13");
    }

    @Test
    void a_day_type_without_bells_is_a_fault() {
        change("/v1/schools/A/calendar", "10-14\",\"dayType\":\"regular", "10-14\",\"dayType\":\"late start");

        assertFound(Level.FAULT, "no bells for day type late start", "/bell-schedules/late start");
    }

    @Test
    void bells_that_begin_later_are_a_fault() {
        change("/v1/schools/A/bell-schedules", "2026-09-01", "2026-11-01");

        assertFound(Level.FAULT, "begin only on 2026-11-01", "/bell-schedules/regular");
    }

    @Test
    void bells_without_the_period_that_starts_outreach_are_a_fault() {
        change("/v1/schools", "\"triggerPeriod\":\"1\"", "\"triggerPeriod\":\"HR\"");

        assertFound(Level.FAULT, "have no period HR", "another triggerPeriod");
    }
}
