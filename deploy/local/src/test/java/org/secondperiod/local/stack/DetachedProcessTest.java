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
                "sleeper",
                List.of("bash", "-c", "echo $GREETING; sleep 60"),
                Map.of("GREETING", "hello"),
                log,
                pidFile);
        Awaitility.await().until(() -> Files.readString(log).contains("hello"));

        DetachedProcess found = DetachedProcess.find(pidFile).orElseThrow();
        found.stop();

        Awaitility.await().until(() -> !found.isAlive());
        assertThat(DetachedProcess.find(pidFile)).isEmpty();
    }

    @Test
    void started_again_it_writes_on_in_the_same_log() throws Exception {
        Path log = folder.resolve("log");
        for (String word : List.of("first", "second")) {
            DetachedProcess.start(
                    "talker",
                    List.of("bash", "-c", "echo " + word + "; sleep 60"),
                    Map.of(),
                    log,
                    folder.resolve(word));
            Awaitility.await().until(() -> Files.readString(log).contains(word));
            DetachedProcess.find(folder.resolve(word)).orElseThrow().stop();
        }

        assertThat(Files.readString(log)).containsSubsequence("==== talker, started at", "first", "====", "second");
    }

    @Test
    void a_pid_file_of_another_process_than_it_was_written_for_is_not_believed() throws Exception {
        Path pidFile = Files.writeString(
                folder.resolve("pid"), "" + ProcessHandle.current().pid());
        Files.setLastModifiedTime(pidFile, FileTime.fromMillis(0));

        assertThat(DetachedProcess.find(pidFile)).isEmpty();
    }
}
