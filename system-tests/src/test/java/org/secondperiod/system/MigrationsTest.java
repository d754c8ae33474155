package org.secondperiod.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What has come since the version before only adds: that version goes on working on a database that is migrated already, while it is
 * replaced, and when somebody goes back to it. Whether it really does is tried by RollingUpgradeIT.
 */
class MigrationsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern MADE_HERE = Pattern.compile("(?i)CREATE TABLE (?:IF NOT EXISTS )?(\\w+)");

    /** Of tables that the version before knows, what it asks for goes, or what it writes is refused. */
    private static final List<Pattern> TAKES_AWAY = List.of(
            Pattern.compile("(?i)\\bDROP\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+)?(?<table>\\w+)"),
            Pattern.compile(
                    "(?i)\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+|ONLY\\s+)*(?<table>\\w+)[^;]*\\b(DROP\\s+(COLUMN\\b|DEFAULT\\b)|RENAME\\b"
                            + "|SET\\s+NOT\\s+NULL|ALTER\\s+(COLUMN\\s+)?\\w+\\s+(SET\\s+DATA\\s+)?TYPE\\b)"),
            Pattern.compile(
                    "(?i)\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+|ONLY\\s+)*(?<table>\\w+)\\s[^;]*\\bADD\\s+(?:COLUMN\\s+)?"
                            + "(?=[^,;]*\\bNOT\\s+NULL\\b)(?![^,;]*\\bDEFAULT\\b)[^,;]*"),
            Pattern.compile(
                    "(?i)\\bALTER\\s+TABLE\\s+(?:IF\\s+EXISTS\\s+|ONLY\\s+)*(?<table>\\w+)[^;]*\\bADD\\s+(CONSTRAINT|CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)\\b"),
            Pattern.compile("(?i)\\bCREATE\\s+UNIQUE\\s+INDEX\\s+\\w+\\s+ON\\s+(?<table>\\w+)"));

    @TestFactory
    Stream<DynamicTest> whatCameSinceTheVersionBeforeOnlyAdds() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Map.Entry<String, String> module : newest().entrySet()) {
            StringBuilder before = new StringBuilder();
            for (Path file : since(module.getKey(), module.getValue())) {
                String sql = Files.readString(file);
                before.append(sql);
                Set<String> itsOwn = madeBy(before.toString());
                tests.add(DynamicTest.dynamicTest(
                        module.getKey() + " " + file.getFileName(),
                        () -> assertThat(takenAway(sql, itsOwn)).isEmpty()));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE call                                                  | true
            ALTER TABLE call DROP COLUMN reason                              | true
            ALTER TABLE call RENAME COLUMN reason TO why                     | true
            ALTER TABLE call ALTER COLUMN version TYPE int                   | true
            ALTER TABLE call ALTER COLUMN reason SET NOT NULL                | true
            ALTER TABLE call ADD COLUMN heard text NOT NULL                  | true
            ALTER TABLE call ADD CONSTRAINT heard CHECK (version > 0)        | true
            CREATE UNIQUE INDEX call_once ON call (student_id)               | true
            ALTER TABLE call ADD COLUMN heard text                           | false
            ALTER TABLE call ADD COLUMN heard text NOT NULL DEFAULT ''       | false
            ALTER TABLE call ADD COLUMN heard int DEFAULT 0 NOT NULL         | false
            CREATE TABLE heard (a int NOT NULL); ALTER TABLE heard ADD CONSTRAINT one CHECK (a > 0) | false
            CREATE INDEX call_by_day ON call (school_day)                    | false
            -- DROP TABLE call                                               | false
            """)
    void whatTakesAwayIsFound(String sql, boolean takesAway) {
        assertThat(!takenAway(sql, madeBy(sql)).isEmpty()).isEqualTo(takesAway);
    }

    @Test
    void thePageOfTheVersionBeforeNamesEveryModuleThatMigrates() throws IOException {
        assertThat(newest().keySet())
                .containsExactlyInAnyOrder(
                        "service-kit", "attendance-ingest", "building-entry", "outreach-service", "reporting-service");
    }

    /** Tables that the version before does not know. */
    private static Set<String> madeBy(String sql) {
        return MADE_HERE
                .matcher(COMMENT.matcher(sql).replaceAll(""))
                .results()
                .map(made -> made.group(1))
                .collect(Collectors.toSet());
    }

    private static List<String> takenAway(String sql, Set<String> ownTables) {
        String said = COMMENT.matcher(sql).replaceAll("");
        return TAKES_AWAY.stream()
                .flatMap(pattern -> pattern.matcher(said).results())
                .filter(found -> !ownTables.contains(found.group("table")))
                .map(found -> found.group().strip())
                .toList();
    }

    private static Map<String, String> newest() throws IOException {
        Map<String, String> newest = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/previous-version.txt"))) {
            String[] words = line.split(" ");
            if (!line.startsWith("#") && words.length == 2) {
                newest.put(words[0], words[1]);
            }
        }
        return newest;
    }

    private static List<Path> since(String module, String version) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/resources/db"))) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .filter(file -> isAfter(version(file), version))
                    .sorted((one, other) -> {
                        if (version(one).equals(version(other))) {
                            return 0;
                        }
                        return isAfter(version(one), version(other)) ? 1 : -1;
                    })
                    .toList();
        }
    }

    private static String version(Path file) {
        String name = file.getFileName().toString();
        return name.substring(1, name.indexOf("__"));
    }

    /** As Flyway compares: 0.9 comes before 0.14. */
    private static boolean isAfter(String version, String other) {
        String[] mine = version.split("\\.");
        String[] its = other.split("\\.");
        for (int i = 0; i < Math.max(mine.length, its.length); i++) {
            int difference = Integer.compare(part(mine, i), part(its, i));
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static int part(String[] version, int i) {
        return i < version.length ? Integer.parseInt(version[i]) : 0;
    }
}
