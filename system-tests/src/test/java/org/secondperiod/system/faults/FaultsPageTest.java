package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code docs/faults.md} and the tags of the tests say the same: which test proves which row. */
class FaultsPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("^\\| (F\\d+) \\|.*\\|.*\\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern NAMED = Pattern.compile("`(\\w+\\.\\w+)`");
    private static final Pattern TAGGED =
            Pattern.compile("((?:    @[^\\n]*\\n)*    @Tag\\(\"F\\d+\"\\)\\n(?:    @[^\\n]*\\n)*)    void (\\w+)\\(");
    private static final Pattern TAG = Pattern.compile("@Tag\\(\"(F\\d+)\"\\)");
    private static final int ROWS = 28;

    @Test
    void thePageAndTheTagsOfTheTestsSayTheSame() throws IOException {
        assertThat(page()).isEqualTo(tags());
    }

    @Test
    void noRowIsMissing() throws IOException {
        assertThat(page().keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, ROWS)
                        .mapToObj(number -> "F" + number)
                        .toList());
    }

    private static TreeMap<String, Set<String>> page() throws IOException {
        var rows = new TreeMap<String, Set<String>>();
        var row = ROW.matcher(Files.readString(ROOT.resolve("docs/faults.md")));
        while (row.find()) {
            var tests = new TreeSet<String>();
            NAMED.matcher(row.group(2)).results().forEach(named -> tests.add(named.group(1)));
            rows.put(row.group(1), tests);
        }
        return rows;
    }

    private static TreeMap<String, Set<String>> tags() throws IOException {
        var rows = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(ROOT)) {
            for (var file : files.filter(FaultsPageTest::isTest).toList()) {
                var name = file.getFileName().toString().replace(".java", ".");
                var tagged = TAGGED.matcher(Files.readString(file));
                while (tagged.find()) {
                    TAG.matcher(tagged.group(1))
                            .results()
                            .forEach(tag -> rows.computeIfAbsent(tag.group(1), key -> new TreeSet<>())
                                    .add(name + tagged.group(2)));
                }
            }
        }
        return rows;
    }

    private static boolean isTest(Path file) {
        var path = file.toString();
        return path.contains("/src/test/java/") && path.endsWith(".java");
    }
}
