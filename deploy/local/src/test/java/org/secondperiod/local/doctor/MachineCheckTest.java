package org.secondperiod.local.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.doctor.Finding.Level;
import org.secondperiod.local.stack.Layout;

class MachineCheckTest {

    @TempDir
    Path checkout;

    private Layout layout;

    @BeforeEach
    void aCheckout() {
        layout = new Layout(checkout, checkout.resolve("state"), 0);
    }

    private Finding look(String about) {
        return look(about, 21, 1);
    }

    private Finding look(String about, int jdk, long enoughBytes) {
        return new MachineCheck(layout, jdk, enoughBytes)
                .look().stream()
                        .filter(finding -> finding.about().equals(about))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void a_machine_that_has_all_it_needs_is_good() {
        assertThat(new MachineCheck(layout, 21, 1).look())
                .extracting(Finding::level)
                .containsExactly(Level.GOOD, Level.GOOD, Level.GOOD);
        assertThat(look("clock").saw()).isEqualTo("no simulated clock yet");
    }

    @Test
    void a_jdk_that_is_too_old_is_a_fault() {
        assertThat(look("JDK", 17, 1)).isEqualTo(Finding.fault("JDK", "version 17", "install a JDK 21 or newer"));
    }

    @Test
    void a_disk_without_room_is_a_fault_whether_the_state_is_there_yet_or_not() throws IOException {
        assertThat(look("disk", 21, Long.MAX_VALUE).level()).isEqualTo(Level.FAULT);

        Files.createDirectories(layout.state());
        assertThat(look("disk", 21, Long.MAX_VALUE)).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.saw()).endsWith("GiB free for " + layout.state());
            assertThat(finding.mend()).contains("SP_STATE");
        });
    }

    @Test
    void what_the_stacks_clock_shows_is_said_in_new_york_time() {
        new ClockFile(layout.clockFile()).set(Instant.parse("2026-10-13T12:30:00Z"), 1);

        assertThat(look("clock")).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.GOOD);
            assertThat(finding.saw())
                    .startsWith("the stack's clock shows 2026-10-13 08:3")
                    .endsWith("(New York)");
        });
    }

    @Test
    void a_clock_file_that_cannot_be_understood_is_a_fault() throws IOException {
        Files.createDirectories(layout.state());
        Files.writeString(layout.clockFile(), "speed=fast\n");

        assertThat(look("clock")).satisfies(finding -> {
            assertThat(finding.level()).isEqualTo(Level.FAULT);
            assertThat(finding.mend()).isEqualTo("remove " + layout.clockFile() + " and start again");
        });
    }
}
