package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stood in a file stands nowhere any more; a second name of the file shows it. */
class ShredderTest {

    private static final String SECRET = "a key that must be gone ".repeat(10_000);

    @TempDir
    Path folder;

    private Path file;
    private Path secondName;

    @BeforeEach
    void aFileWithTwoNames() throws Exception {
        file = Files.writeString(folder.resolve("people.key"), SECRET);
        secondName = Files.createLink(folder.resolve("second-name"), file);
    }

    @Test
    void a_file_is_written_over_and_removed() throws Exception {
        Shredder.destroy(file);

        assertThat(file).doesNotExist();
        assertThat(secondName).isEmptyFile();
    }

    @Test
    void a_file_that_is_replaced_is_written_over_too() throws Exception {
        Path next = Files.writeString(folder.resolve("next"), "the new one");

        Shredder.replace(next, file);

        assertThat(file).hasContent("the new one");
        assertThat(next).doesNotExist();
        assertThat(secondName).isEmptyFile();
    }

    @Test
    void one_that_is_not_there_is_destroyed() throws Exception {
        Shredder.destroy(folder.resolve("nothing"));

        assertThat(folder.resolve("nothing")).doesNotExist();
    }
}
