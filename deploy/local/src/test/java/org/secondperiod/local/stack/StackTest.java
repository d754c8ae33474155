package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.embedded.Ports;

class StackTest {

    @TempDir
    Path folder;

    @Test
    void a_port_in_use_is_found_before_anything_is_started() throws Exception {
        Layout layout = layout();
        try (ServerSocket other = new ServerSocket(layout.port(Part.DESK), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> new Stack(layout).start(line -> {}))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + ", which desk needs")
                    .hasMessageContaining("Nothing was started");
        }
        assertThat(layout.state().resolve("logs")).doesNotExist();
        assertThat(new Stack(layout).status()).allMatch(one -> one.state().equals("stopped"));
    }

    @Test
    void stopping_waits_for_another_command_that_starts_or_stops_and_says_for_whom() {
        Layout layout = layout();
        List<String> said = new ArrayList<>();
        Lock other = Lock.take(layout.startLock(), "starting");

        new Stack(layout).stop(line -> {
            said.add(line);
            other.close();
        });

        assertThat(said)
                .singleElement()
                .asString()
                .contains("pid " + ProcessHandle.current().pid());
    }

    @Test
    void a_service_that_was_stopped_while_somebody_ran_it_by_hand_is_not_started_again() throws Exception {
        Layout layout = layout();
        Stack dev = new Stack(layout);
        Process byHand = new ProcessBuilder("sleep", "60").start();
        dev.runsByHand(Part.OUTREACH, byHand.pid());
        assertThat(dev.status())
                .filteredOn(one -> one.part() == Part.OUTREACH)
                .singleElement()
                .returns(byHand.pid(), PartStatus::pid);

        new Stack(layout).stop(line -> {});
        dev.handBack(Part.OUTREACH, line -> {});

        assertThat(byHand.isAlive()).isFalse();
        assertThat(Files.exists(layout.pidFile(Part.OUTREACH))).isFalse();
    }

    @Test
    void of_a_stack_that_runs_nothing_is_said_to_be_starting() throws Exception {
        Layout layout = layout();
        Stack stack = new Stack(layout);
        List<String> said = new ArrayList<>();
        Process running = new ProcessBuilder("sleep", "60").start();
        try {
            for (Part part : Part.values()) {
                stack.runsByHand(part, running.pid());
            }

            stack.start(said::add);
        } finally {
            running.destroy();
        }

        assertThat(said).containsExactly("The stack runs already.");
    }

    @Test
    void of_a_district_that_has_left_nothing_starts_and_it_is_said_why() throws Exception {
        Layout layout = layout();
        Files.createDirectories(layout.state());
        Path left = layout.offBoardedFile();

        Files.writeString(left, "{\"districtId\":\"demo\"}");
        assertThatThrownBy(() -> new Stack(layout).start(line -> {}))
                .hasMessageContaining("has not come to its end: ./sp offboard goes on");

        Files.writeString(
                left,
                "{\"districtId\":\"demo\",\"finishedAt\":\"2026-10-14T12:00:00Z\",\"carriedOutBy\":\"operator\"}");
        assertThatThrownBy(() -> new Stack(layout).start(line -> {}))
                .hasMessageContaining("was off-boarded at 2026-10-14T12:00:00Z by operator")
                .hasMessageContaining(left.toString());
        assertThat(layout.peopleKeyFile()).as("no new key").doesNotExist();
    }

    /** A stack whose desk would have a port that is free now. */
    private Layout layout() {
        int offset = 1;
        while (offset == 1 || Ports.answers(Part.DESK.usualPort() + offset)) {
            offset = 2000 + Math.floorMod(Ports.free(), 7000);
        }
        return new Layout(folder, folder.resolve(".sp"), offset);
    }
}
