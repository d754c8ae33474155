package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.secondperiod.embedded.Ports;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.local.stack.PartStatus;

class ProcessCheckTest {

    private static final Layout LAYOUT = new Layout(Path.of("checkout"), Path.of("state"), 0);

    private static Finding look(int port, @Nullable Long pid, String state) {
        List<Finding> findings =
                new ProcessCheck(LAYOUT, List.of(new PartStatus(Part.OUTREACH, port, pid, state, null))).look();
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().about()).isEqualTo("outreach-service");
        return findings.getFirst();
    }

    @Test
    void one_that_is_ready_is_good() {
        assertThat(look(8083, 4711L, "ready")).isEqualTo(Finding.good("outreach-service", "ready on port 8083"));
    }

    @Test
    void one_that_runs_and_is_not_ready_is_a_fault_whose_log_says_why() {
        assertThat(look(8083, 4711L, "starting"))
                .isEqualTo(Finding.fault(
                        "outreach-service", "runs, and is not ready", "read its log: ./sp logs outreach-service"));
    }

    @Test
    void one_that_does_not_run_is_a_fault() {
        assertThat(look(Ports.free(), null, "stopped")).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.saw()).isEqualTo("does not run");
            assertThat(finding.mend()).startsWith("start it: ./sp start").endsWith("outreach-service.log");
        });
    }

    @Test
    void a_port_that_somebody_else_has_is_said() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(look(other.getLocalPort(), null, "stopped")).satisfies(finding -> {
                assertThat(finding.level()).isEqualTo(Level.FAULT);
                assertThat(finding.saw())
                        .isEqualTo("does not run, and something else has its port " + other.getLocalPort());
                assertThat(finding.mend()).contains("SP_PORT_OFFSET");
            });
        }
    }
}
