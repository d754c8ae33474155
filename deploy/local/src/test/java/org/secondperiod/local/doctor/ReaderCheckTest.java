package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class ReaderCheckTest {

    private static final Instant NOW = Instant.parse("2026-10-13T12:40:00Z");

    private static List<Finding> look(String times, String keys) {
        String readers = "{\"items\":[{\"readerId\":\"R1\",\"inService\":true,\"allowedSilenceMinutes\":10,%s}]}"
                .formatted(times);
        return new ReaderCheck(path -> json(path.equals("/v1/readers") ? readers : keys), NOW).look();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void one_that_was_just_heard_is_good() {
        assertThat(look("\"lastHeard\":\"2026-10-13T12:35:00Z\"", "{\"items\":[]}"))
                .extracting(Finding::level)
                .containsExactly(Level.GOOD);
    }

    @Test
    void one_that_is_silent_is_noticed() {
        assertThat(look("\"lastHeard\":\"2026-10-13T12:20:00Z\"", "{\"items\":[]}"))
                .extracting(Finding::saw)
                .containsExactly("silent for 20 minutes (by the stack's clock)");
    }

    @Test
    void of_one_that_was_never_heard_it_is_said_whether_it_has_a_key() {
        assertThat(look("\"inServiceSince\":\"2026-10-01T12:00:00Z\"", "{\"items\":[]}"))
                .singleElement()
                .extracting(Finding::mend)
                .asString()
                .contains("it has no key", "POST /entry/v1/readers/R1/keys");
        assertThat(look("\"inServiceSince\":\"2026-10-01T12:00:00Z\"", "{\"items\":[{\"keyId\":\"k\"}]}"))
                .singleElement()
                .extracting(Finding::mend)
                .asString()
                .startsWith("connect it");
    }
}
