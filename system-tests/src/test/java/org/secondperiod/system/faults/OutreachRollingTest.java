package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.local.stack.Part;

/** outreach-service is replaced under load as a rolling update does it: the new one is ready before the old one goes. */
class OutreachRollingTest extends OnOneStand {

    @Test
    @Tag("F26")
    void replacedUnderLoadItLosesAndDoublesNothing() {
        var before = outreach.process().name();

        play.morning(
                26,
                STUDENTS * 5,
                Map.of(
                        "period 1",
                        Fault.meanwhile(() -> assertThat(
                                        outreach.rollTo(ServiceProcess.jar(Part.OUTREACH), Duration.ofSeconds(20)))
                                .isLessThan(Duration.ofSeconds(10)))));

        assertThat(outreach.process().name()).isNotEqualTo(before);
    }
}
