package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void the_end_is_what_was_said_since_the_last_start() throws Exception {
        LogFile log = new LogFile(folder.resolve("desk.log"));
        log.begin("desk");
        Files.writeString(log.path(), "an old fault\n", StandardOpenOption.APPEND);

        log.begin("desk");
        Files.writeString(log.path(), "a new fault\n\tat some.Class\n", StandardOpenOption.APPEND);

        assertThat(log.end()).isEqualTo("a new fault");
        assertThat(Files.readString(log.path())).contains("an old fault");
    }

    @Test
    void a_long_log_is_put_aside_at_the_next_start() throws Exception {
        LogFile log = new LogFile(folder.resolve("desk.log"));
        log.begin("desk");
        try (RandomAccessFile file = new RandomAccessFile(log.path().toFile(), "rw")) {
            file.setLength(LogFile.LONG + 1);
        }

        log.begin("desk");

        assertThat(log.path()).content().startsWith("==== desk, started at ");
        assertThat(folder.resolve("desk.log.1")).hasSize(LogFile.LONG + 1);
    }
}
