package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class ReaderKeyCheckTest {

    private static List<Finding> look(String readers) {
        return new ReaderKeyCheck(path -> {
                    assertThat(path).isEqualTo("/v1/readers");
                    return json("{\"items\":[%s]}".formatted(readers));
                })
                .look();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Test
    void of_readers_that_nobody_refuses_nothing_is_said() {
        assertThat(look("")).isEmpty();
        assertThat(look("{\"readerId\":\"R1\"},{\"readerId\":\"R2\",\"refused\":{\"reasons\":[]}}"))
                .isEmpty();
    }

    @Test
    void each_reason_for_which_a_reader_is_refused_is_said_with_its_count_and_its_last_time() {
        List<Finding> findings = look("""
                {"readerId":"R1","refused":{"reasons":[
                  {"why":"signature-wrong","count":14,"lastAt":"2026-10-13T12:20:00Z"},
                  {"why":"signature-old","count":1,"lastAt":"2026-10-12T12:20:00Z"}]}},
                {"readerId":"R2"}""");

        assertThat(findings).extracting(Finding::level).containsExactly(Level.NOTICE, Level.NOTICE);
        assertThat(findings).extracting(Finding::about).containsExactly("reader R1", "reader R1");
        assertThat(findings.getFirst().saw())
                .isEqualTo("14 signed requests were refused, the last at 2026-10-13T12:20:00Z: signature-wrong");
        assertThat(findings.getFirst().mend())
                .contains("docs/problems.md says what signature-wrong means", "/entry/v1/readers/R1/keys");
    }
}
