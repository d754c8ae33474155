package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;

class RosterCheckTest {

    private static final String DONE =
            "{\"importId\":\"i1\",\"state\":\"DONE\",\"dryRun\":false,\"receivedAt\":\"2026-10-01T02:00:00Z\"}";
    private static final String REFUSED =
            "{\"importId\":\"i2\",\"state\":\"REFUSED\",\"reason\":\"too few\",\"receivedAt\":\"2026-10-12T02:00:00Z\"}";

    private static List<Finding> look(String now, String... imports) throws JsonProcessingException {
        return new RosterCheck(new ObjectMapper().readTree("[" + String.join(",", imports) + "]"), Instant.parse(now))
                .look();
    }

    @Test
    void one_of_last_night_is_good() throws JsonProcessingException {
        assertThat(look("2026-10-01T12:00:00Z", DONE))
                .extracting(Finding::level)
                .containsExactly(Level.GOOD);
    }

    @Test
    void one_of_two_weeks_ago_is_noticed() throws JsonProcessingException {
        assertThat(look("2026-10-14T12:00:00Z", DONE)).singleElement().satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.NOTICE);
            assertThat(finding.saw()).contains("13 days ago");
            assertThat(finding.mend()).contains("watched folder");
        });
    }

    @Test
    void that_the_latest_was_refused_is_a_fault() throws JsonProcessingException {
        assertThat(look("2026-10-12T12:00:00Z", REFUSED, DONE))
                .extracting(Finding::level)
                .containsExactly(Level.FAULT, Level.NOTICE);
    }

    @Test
    void a_rehearsal_does_not_count() throws JsonProcessingException {
        assertThat(look("2026-10-01T12:00:00Z", DONE.replace("\"dryRun\":false", "\"dryRun\":true")))
                .extracting(Finding::saw)
                .containsExactly("none has been taken");
    }
}
