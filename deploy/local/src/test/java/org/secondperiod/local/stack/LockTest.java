package org.secondperiod.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {

    @TempDir
    Path folder;

    /** Another command: takes the lock, says so, and waits to be ended. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            try (Lock held = Lock.take(Path.of(arguments[0]), "busy")) {
                System.out.println("held " + held);
                Thread.currentThread().join();
            }
        }
    }

    @Test
    void while_another_process_has_it_the_message_says_who_and_when_that_process_is_killed_it_is_free()
            throws Exception {
        Path file = folder.resolve("play.lock");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader().readLine()).startsWith("held");

        assertThatThrownBy(() -> Lock.take(file, "A demo is playing"))
                .isInstanceOf(StackException.class)
                .hasMessage("A demo is playing (pid %1$d). Let it end, or end it: kill %1$d", other.pid());

        other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertThat(Lock.tryTake(file)).isPresent();
    }

    @Test
    void ending_the_holder_of_a_free_lock_ends_nobody() throws Exception {
        Path file = folder.resolve("play.lock");
        Lock.take(file, "busy").close();

        assertThat(Lock.endHolder(file)).isEmpty();
        assertThat(Files.readString(file))
                .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }
}
