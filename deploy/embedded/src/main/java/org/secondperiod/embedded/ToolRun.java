package org.secondperiod.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A command that is run to its end before anything else goes on.
 *
 * @param log what it prints, and how it ended where it did not end well
 * @param limit after which it is ended
 */
record ToolRun(List<String> command, Path log, Duration limit) {

    private static final int LAST_LINES = 20;

    /**
     * Runs it.
     *
     * @param otherwise what to say first where it fails; how it ended, and the last lines that it printed, follow
     */
    void complete(String otherwise) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (ended && process.exitValue() == 0) {
                return;
            }
            process.destroyForcibly().waitFor();
            String how = ended
                    ? "it ended with exit code " + process.exitValue()
                    : "it had not ended after %d s and was stopped; the machine may be very busy"
                            .formatted(limit.toSeconds());
            throw new EmbeddedStackException(
                    "%s: %s. %s (%s)".formatted(otherwise, how, told(how), log.toAbsolutePath()));
        } catch (IOException e) {
            throw new EmbeddedStackException(otherwise + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedStackException(otherwise + ": interrupted.", e);
        }
    }

    private String told(String how) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Files.writeString(log, "%s%n".formatted(how), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return lines.isEmpty()
                ? "It printed nothing"
                : "It printed:%n%s%n"
                        .formatted(String.join(
                                System.lineSeparator(),
                                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())));
    }
}
