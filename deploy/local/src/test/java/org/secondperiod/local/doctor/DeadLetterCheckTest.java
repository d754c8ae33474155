package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.api.ApiException;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Part;

class DeadLetterCheckTest {

    private static final String NONE = "[{\"consumer\":\"outreach\",\"letters\":[]}]";

    private static List<Finding> look(Map<Part, String> answers) {
        return new DeadLetterCheck(
                        (service, path) -> {
                            assertThat(path).isEqualTo("/v1/dead-letters");
                            return json(answers.getOrDefault(service, NONE));
                        },
                        List.of(Part.ENTRY, Part.OUTREACH, Part.REPORTING))
                .look();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String letters(int count) {
        return "[{\"consumer\":\"outreach\",\"letters\":[%s]},{\"consumer\":\"people\",\"letters\":[]}]"
                .formatted(String.join(",", Collections.nCopies(count, "{}")));
    }

    @Test
    void where_none_wait_all_is_well() {
        assertThat(look(Map.of())).extracting(Finding::level).containsExactly(Level.GOOD);
    }

    @Test
    void those_of_a_consumer_are_counted_and_the_way_to_process_them_is_said() {
        assertThat(look(Map.of(Part.OUTREACH, letters(1)))).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.NOTICE);
            assertThat(finding.saw()).isEqualTo("outreach-service: outreach could not process 1 event");
            assertThat(finding.mend()).endsWith("./sp replay dead-letters outreach-service");
        });
    }

    @Test
    void of_a_full_list_it_is_said_that_there_may_be_more() {
        assertThat(look(Map.of(Part.OUTREACH, letters(100), Part.REPORTING, letters(99))))
                .extracting(Finding::saw)
                .containsExactly(
                        "outreach-service: outreach could not process at least 100 events",
                        "reporting-service: outreach could not process 99 events");
    }

    @Test
    void a_service_without_consumers_has_none_and_another_refusal_is_told() {
        List<Part> services = List.of(Part.INGEST);

        assertThat(new DeadLetterCheck(
                                (service, path) -> {
                                    throw new ApiException(404, "not here");
                                },
                                services)
                        .look())
                .extracting(Finding::level)
                .containsExactly(Level.GOOD);
        DeadLetterCheck refused = new DeadLetterCheck(
                (service, path) -> {
                    throw new ApiException(403, "not for you");
                },
                services);
        assertThatThrownBy(refused::look).isInstanceOf(ApiException.class).hasMessage("not for you");
    }
}
