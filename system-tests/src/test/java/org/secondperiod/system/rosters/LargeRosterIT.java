package org.secondperiod.system.rosters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.embedded.LocalKafka;
import org.secondperiod.embedded.LocalPostgres;

/**
 * A roster of any size goes through attendance-ingest with 256 MB of heap: {@code -Dsecondperiod.students=N}. A process that runs
 * out of it ends, and the test with it.
 */
class LargeRosterIT {

    private static final Logger LOG = Logger.getLogger(LargeRosterIT.class.getName());

    private static final int STUDENTS = Integer.getInteger("secondperiod.students", 100_000);
    private static final Duration AT_MOST = Duration.ofMinutes(30);
    private static final Path JAR = Path.of("..", "attendance-ingest/target/quarkus-app/quarkus-run.jar");

    private static final List<String> TABLES = List.of(
            "roster_user", "roster_agent", "roster_membership", "roster_class", "roster_seat", "roster_student");

    @TempDir
    Path folder;

    @Test
    void aLargeRosterIsImportedAndAgainTellsAndWritesNothing() throws IOException, SQLException {
        var jar = Path.of(System.getProperty("secondperiod.ingest-jar", JAR.toString()))
                .toAbsolutePath();
        assertThat(Files.exists(jar)).as("%s is built", jar).isTrue();
        var zip = folder.resolve("large.zip");
        new LargeRoster(STUDENTS).write(zip);

        try (var postgres = LocalPostgres.temporary();
                var kafka = LocalKafka.temporary()) {
            var url = postgres.createDatabase("ingest");
            try (var ingest = new IngestProcess(folder, jar, kafka, url);
                    var database = DriverManager.getConnection(url, LocalPostgres.USER, LocalPostgres.PASSWORD)) {
                // Given a roster that nobody knows yet
                var phases = new TreeSet<String>();
                var first = imported(ingest, zip, phases);
                assertThat(first.at("/counts/studentsChanged").asInt()).isEqualTo(STUDENTS);
                assertThat(phases).contains("READING", "MERGING", "COMPARING");
                awaitSent(database);
                var stored = stored(database);

                // When the same comes again
                var again = imported(ingest, zip, phases);

                // Then all are looked at, nobody is told of, and the stored roster is as it was
                assertThat(again.at("/counts/students").asInt()).isEqualTo(STUDENTS);
                assertThat(again.at("/counts/studentsChanged").asInt()).isZero();
                assertThat(stored(database)).isEqualTo(stored);
            }
        }
    }

    private static JsonNode imported(IngestProcess ingest, Path zip, Set<String> phases) throws IOException {
        var began = System.nanoTime();
        var at = ingest.send(zip);
        var ended = await().atMost(AT_MOST).pollInterval(Duration.ofMillis(500)).until(() -> ingest.get(at), found -> {
            if (phases.add(found.at("/progress/phase").asText()
                    + found.at("/progress/step").asText(""))) {
                say("%4d s  %s".formatted(seconds(began), found.get("progress")));
            }
            phases.add(found.at("/progress/phase").asText());
            return !"RUNNING".equals(found.get("state").asText());
        });
        assertThat(ended.get("state").asText())
                .as("%s%n%s", ended.get("reason"), ingest.log())
                .isEqualTo("DONE");
        say(("%,d rows (%d MB packed), %,d students changed, in %d s; the service worked for %d s in all"
                        + " and had at most %d MB of memory, heap and all")
                .formatted(
                        ended.at("/counts/rowsRead").asLong(),
                        Files.size(zip) >> 20,
                        ended.at("/counts/studentsChanged").asLong(),
                        seconds(began),
                        ingest.worked().toSeconds(),
                        ingest.peakMemory()));
        return ended;
    }

    private static void awaitSent(Connection database) {
        var began = System.nanoTime();
        await().atMost(AT_MOST)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> number(database, "SELECT count(*) FROM (SELECT 1 FROM outbox LIMIT 1) o") == 0);
        say("everything is sent, %d s after the import".formatted(seconds(began)));
    }

    /** How many rows are stored, and by which transaction the latest was written or locked. */
    private static List<String> stored(Connection database) throws SQLException {
        var stored = new ArrayList<String>();
        for (var table : TABLES) {
            try (var statement = database.createStatement();
                    var row = statement.executeQuery("SELECT concat_ws(' ', count(*), max(xmin::text::bigint),"
                            + " max(xmax::text::bigint)) FROM " + table)) {
                row.next();
                stored.add(table + " " + row.getString(1));
            }
        }
        return stored;
    }

    private static long number(Connection database, String query) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static long seconds(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private static void say(String line) {
        LOG.info(line);
    }
}
