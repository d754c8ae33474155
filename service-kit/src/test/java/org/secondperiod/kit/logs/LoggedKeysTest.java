package org.secondperiod.kit.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

class LoggedKeysTest {

    private static final List<String> MODULES = List.of(
            "service-kit", "attendance-ingest", "building-entry", "outreach-service", "reporting-service", "desk");

    /** A log statement with its message, which may be put together over several lines. */
    private static final Pattern STATEMENT = Pattern.compile("\\bLOG\\.(?:info|warn|error|debug)f?\\([^;]*;");

    private static final Pattern KEY = Pattern.compile("\\b([A-Za-z]+)(=| )%[sd]");

    @Test
    void aKeyOfAMessageIsAFieldOfItsOwn() {
        var record =
                new ExtLogRecord(Level.INFO, "%d facts wait: %s, schoolId=%s", ExtLogRecord.FormatStyle.PRINTF, "any");
        record.setParameters(new Object[] {3, "a=b", "11X265"});

        new QuietFaults().isLoggable(record);

        assertThat(record.getMdcCopy()).isEqualTo(Map.of("schoolId", "11X265"));
    }

    @Test
    void noStatementHasAnotherKeyNorAKeyWithoutItsSign() {
        var statements = MODULES.stream().flatMap(LoggedKeysTest::statements).toList();

        assertThat(statements).hasSizeGreaterThan(50);
        assertThat(statements)
                .allSatisfy(statement -> KEY.matcher(statement).results().forEach(key -> {
                    if (key.group(2).equals("=")) {
                        assertThat(LoggedKeys.ALL).describedAs(statement).contains(key.group(1));
                    } else {
                        assertThat(LoggedKeys.ALL).describedAs(statement).doesNotContain(key.group(1));
                    }
                }));
    }

    private static Stream<String> statements(String module) {
        try (var files = Files.walk(Path.of("..", module, "src/main/java"))) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> STATEMENT.matcher(read(file)).results())
                    .map(match -> match.group())
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
