package org.secondperiod.system.signin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The commands of the page that districts read, run as they stand there but for the addresses. */
final class Page {

    private static final Path FILE = Path.of("../docs/sign-in.md");
    private static final Pattern BLOCK = Pattern.compile(" *```bash\n(.*?)```", Pattern.DOTALL);

    private Page() {}

    /** The block of commands in which this stands. */
    static String commands(String containing) {
        try {
            return BLOCK.matcher(Files.readString(FILE))
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .filter(block -> block.contains(containing))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the commands print. */
    static String run(String commands, Path folder, Map<String, String> environment) {
        try {
            var shell = new ProcessBuilder("bash", "-c", commands)
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            shell.environment().putAll(environment);
            var running = shell.start();
            running.getOutputStream().close();
            var printed = new String(running.getInputStream().readAllBytes());
            if (!running.waitFor(1, TimeUnit.MINUTES) || running.exitValue() != 0) {
                throw new AssertionError(commands + "\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
