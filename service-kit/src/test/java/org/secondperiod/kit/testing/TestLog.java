package org.secondperiod.kit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the application under test has written to its log, as its configuration lets it through. */
public final class TestLog {

    static final Path FILE = Path.of("target", "application-under-test.log").toAbsolutePath();

    private TestLog() {}

    /** Where the log ends now. */
    public static long end() {
        try {
            return Files.exists(FILE) ? Files.size(FILE) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written since the log ended there. */
    public static String since(long end) {
        try (var file = Files.newInputStream(FILE)) {
            file.skipNBytes(end);
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
