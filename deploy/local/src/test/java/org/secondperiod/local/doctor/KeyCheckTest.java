package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Part;

class KeyCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String DONE = """
            {"current":"k2","keys":["k1","k2"],"counted":true,"unused":["k1"],
             "values":[{"where":"person.encrypted","keyId":"k2","values":9}]}""";

    private static List<Finding> look(String ingest, String outreach) {
        Map<Part, String> reports = Map.of(Part.INGEST, ingest, Part.OUTREACH, outreach);
        return new KeyCheck(
                        service -> {
                            try {
                                return JSON.readTree(reports.get(service));
                            } catch (JsonProcessingException e) {
                                throw new IllegalArgumentException(e);
                            }
                        },
                        List.of(Part.INGEST, Part.ENTRY, Part.OUTREACH))
                .look();
    }

    @Test
    void with_one_key_all_is_well() {
        String one = DONE.replace("\"k1\",\"k2\"", "\"k2\"").replace("[\"k1\"]", "[]");

        assertThat(look(one, one)).singleElement().matches(finding -> finding.level() == Level.GOOD);
    }

    @Test
    void a_key_that_no_service_needs_can_be_destroyed() {
        assertThat(look(DONE, DONE)).extracting(Finding::saw).containsExactly("nothing is under key k1 any more");
    }

    @Test
    void a_key_that_one_service_needs_is_not_called_unused() {
        String working =
                DONE.replace("\"unused\":[\"k1\"]", "\"unused\":[]").replace("\"keyId\":\"k2\"", "\"keyId\":\"k1\"");

        assertThat(look(working, DONE))
                .extracting(Finding::saw)
                .containsExactly("attendance-ingest: 9 values of person.encrypted are under key k1");
    }

    @Test
    void values_under_a_key_that_is_lost_are_a_fault() {
        assertThat(look(DONE.replace("\"keyId\":\"k2\"", "\"keyId\":\"k0\""), DONE))
                .anyMatch(finding ->
                        finding.level() == Level.FAULT && finding.saw().contains("k0, which nobody has"));
    }

    @Test
    void services_that_write_under_different_keys_are_a_fault() {
        assertThat(look(DONE.replace("\"current\":\"k2\"", "\"current\":\"k1\""), DONE))
                .anyMatch(finding ->
                        finding.level() == Level.FAULT && finding.saw().contains("different keys"));
    }
}
