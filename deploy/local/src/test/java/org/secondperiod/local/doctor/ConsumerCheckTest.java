package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Part;

class ConsumerCheckTest {

    private static final String WELL = """
            # HELP secondperiod_consumer_lag Records
            secondperiod_consumer_lag{consumer="outreach"} 12.0
            secondperiod_consumer_since_turn{consumer="outreach"} 0.1
            secondperiod_consumer_in_trouble{consumer="outreach",whose="DATABASE"} 0.0
            secondperiod_consumer_in_trouble{consumer="outreach",whose="BROKERS"} 0.0
            secondperiod_consumer_in_trouble{consumer="outreach",whose="OURS"} 0.0
            secondperiod_outbox_age_seconds NaN
            """;

    private static Finding look(String from, String to) {
        assertThat(WELL).contains(from);
        List<Finding> findings = new ConsumerCheck(service -> WELL.replace(from, to), List.of(Part.OUTREACH)).look();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    @Test
    void where_all_works_all_is_well() {
        assertThat(look("12.0", "13.0").level()).isEqualTo(Level.GOOD);
    }

    @Test
    void whose_fault_it_is_is_said() {
        assertThat(look("whose=\"DATABASE\"} 0.0", "whose=\"DATABASE\"} 1.0").saw())
                .isEqualTo("outreach is stalled: it waits for the database");
        assertThat(look("whose=\"BROKERS\"} 0.0", "whose=\"BROKERS\"} 1.0").saw())
                .isEqualTo("outreach is stalled: it waits for the brokers");
        assertThat(look("whose=\"OURS\"} 0.0", "whose=\"OURS\"} 1.0").saw()).contains("fails by its own fault");
    }

    @Test
    void a_loop_that_stands_still_is_dead() {
        assertThat(look("turn{consumer=\"outreach\"} 0.1", "turn{consumer=\"outreach\"} 94.2"))
                .matches(finding -> finding.level() == Level.FAULT)
                .extracting(Finding::saw)
                .isEqualTo("outreach is dead: its loop has not turned for 94 seconds");
    }

    @Test
    void a_lag_is_noticed_and_an_old_outbox_is_a_fault() {
        assertThat(look("} 12.0", "} 61234.0").level()).isEqualTo(Level.NOTICE);
        assertThat(look("age_seconds NaN", "age_seconds 75.0").level()).isEqualTo(Level.FAULT);
    }
}
