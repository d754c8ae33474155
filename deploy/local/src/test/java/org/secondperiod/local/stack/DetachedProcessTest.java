package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedProcessTest {

    @TempDir
    Path folder;

    @Test
    void it_is_found_again_by_its_pid_file_and_can_be_stopped() throws Exception {
        Path log = folder.resolve("log");
        Path pidFile = folder.resolve("pid");
        DetachedProcess.start(
                List.of("bash", "-c", "echo $GREETING; sleep 60"), Map.of("GREETING", "hello"), log, pidFile);
        Awaitility.await().until(() -> Files.readString(log).contains("hello"));

        DetachedProcess found = DetachedProcess.find(pidFile).orElseThrow();
        found.stop();

        Awaitility.await().until(() -> !found.isAlive());
        assertThat(DetachedProcess.find(pidFile)).isEmpty();
    }

    @Test
    void a_pid_file_of_another_process_than_it_was_written_for_is_not_believed() throws Exception {
        Path pidFile = Files.writeString(
                folder.resolve("pid"), "" + ProcessHandle.current().pid());
        Files.setLastModifiedTime(pidFile, FileTime.fromMillis(0));

        assertThat(DetachedProcess.find(pidFile)).isEmpty();
    }
}
