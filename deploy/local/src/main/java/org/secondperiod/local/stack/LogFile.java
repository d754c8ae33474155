package org.secondperiod.local.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The log of one process. A process that starts again writes on; what became too long is put aside, once. */
record LogFile(Path path) {

    /** A log this long, in bytes, is put aside when its process starts. */
    static final long LONG = 10L << 20;

    private static final int LAST_LINES = 15;
    private static final String STARTS = "==== ";

    /** Makes the log ready for a process that is about to start. */
    void begin(String command) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        if (Files.exists(path) && Files.size(path) > LONG) {
            Files.move(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(
                path,
                "%s%s, started at %s%n"
                        .formatted(STARTS, command, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS)),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The last lines since the last start, without the frames of stack traces. */
    String end() {
        try {
            List<String> lines = Files.readAllLines(path).stream()
                    .filter(line -> !line.startsWith("\tat ") && !line.isBlank())
                    .toList();
            int start = lines.size();
            while (start > 0
                    && lines.size() - start < LAST_LINES
                    && !lines.get(start - 1).startsWith(STARTS)) {
                start--;
            }
            return String.join(System.lineSeparator(), lines.subList(start, lines.size()));
        } catch (IOException e) {
            return "(no log)";
        }
    }
}
