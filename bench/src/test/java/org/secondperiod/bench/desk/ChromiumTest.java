package org.secondperiod.bench.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.local.stack.StackException;

class ChromiumTest {

    @TempDir
    Path folder;

    @Test
    void theFirstThatIsThereIsTaken() throws Exception {
        var there = Files.createFile(folder.resolve("chromium"));
        assertThat(there.toFile().setExecutable(true)).isTrue();

        assertThat(Chromium.executable(List.of(folder.resolve("none"), there))).isEqualTo(there);
    }

    @Test
    void whereThereIsNoneItSaysWhatToInstall() {
        assertThatThrownBy(() -> Chromium.executable(List.of(folder.resolve("none"))))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("sudo apt install chromium")
                .hasMessageContaining("SP_CHROMIUM");
    }
}
