package org.secondperiod.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolRunTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void whatItPrintsIsInTheLog() {
        run(LONG, "echo fine").complete("It failed");

        assertThat(log()).hasContent("fine");
    }

    @Test
    void whatItPrintedBeforeItFailedIsInTheErrorAndInTheLog() {
        assertThatThrownBy(() -> run(LONG, "echo no room >&2; exit 3").complete("The storage could not be formatted"))
                .isInstanceOf(EmbeddedStackException.class)
                .hasMessageStartingWith("The storage could not be formatted: it ended with exit code 3. It printed:")
                .hasMessageContaining("no room")
                .hasMessageContaining(log().toString());
        assertThat(log()).content().contains("no room", "exit code 3");
    }

    @Test
    void oneThatDoesNotEndIsStoppedAndSaysSo() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(1), "exec sleep 600").complete("It failed"))
                .hasMessageStartingWith(
                        "It failed: it had not ended after 1 s and was stopped; the machine may be very busy.")
                .hasMessageContaining("It printed nothing");
        assertThat(log()).content().contains("had not ended after 1 s");
    }

    private ToolRun run(Duration limit, String script) {
        return new ToolRun(List.of("/bin/sh", "-c", script), log(), limit);
    }

    private Path log() {
        return folder.resolve("tool.log");
    }
}
