package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class WaitingCheckTest {

    private static final String NOTHING = "{\"items\":[]}";

    private static List<Finding> look(Map<String, String> answers) {
        return new WaitingCheck((service, path) -> json(answers.getOrDefault(path, NOTHING))).look();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void where_nothing_waits_all_is_well() {
        assertThat(look(Map.of())).extracting(Finding::level).containsExactly(Level.GOOD);
    }

    @Test
    void a_code_that_nobody_has_mapped_is_named_with_its_school() {
        assertThat(look(Map.of(
                        "/v1/quarantine/summary",
                        "{\"items\":[{\"schoolId\":\"11X265\",\"code\":\"Z9\",\"waiting\":14}]}")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.saw()).isEqualTo("14 facts of school 11X265 wait for a meaning of code Z9");
                    assertThat(finding.mend()).contains("PUT /ingest/v1/schools/11X265/attendance-codes");
                });
    }

    @Test
    void a_school_that_nobody_knows_is_named() {
        assertThat(look(Map.of("/v1/quarantine/summary", "{\"items\":[{\"schoolId\":\"99Z999\",\"waiting\":3}]}")))
                .extracting(Finding::mend)
                .containsExactly("make the school known: PUT /ingest/v1/schools/99Z999");
    }

    @Test
    void scans_of_badges_and_readers_that_nobody_knows_are_counted() {
        assertThat(look(Map.of(
                        "/v1/scans/unresolved",
                        "{\"items\":[{},{}],\"nextCursor\":\"c\"}",
                        "/v1/scans/quarantined",
                        "{\"items\":[{}]}")))
                .extracting(Finding::saw)
                .containsExactly("more than 2 of badges that nobody has", "1 of readers that are not registered");
    }
}
