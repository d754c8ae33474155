package org.secondperiod.system.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/**
 * attendance-ingest as it is run: what it has acknowledged is on the topic whatever happens to it, to the broker or to the
 * database, and what is sent again is the same event again.
 */
class IngestFaultsTest {

    private static final Duration A_WHILE = Duration.ofSeconds(4);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(8);

    @TempDir
    static Path folder;

    private static Stand stand;
    private static Broker broker;
    private static ServiceProcess ingest;

    @BeforeAll
    static void start() {
        stand = new Stand("ingest", Instant.parse("2026-09-08T12:30:00Z"));
        stand.set("secondperiod.rosters.watched-folder", folder.toString());
        stand.set("secondperiod.rosters.watch-every", "1s");
        broker = new Broker(stand.kafka);
        ingest = stand.start(Part.INGEST).awaitReady();
        ingest.put("/v1/schools/S1", LineSender.SCHOOL);
    }

    @AfterAll
    static void stop() {
        ingest.close();
        broker.close();
        stand.close();
    }

    @Test
    @Tag("F9")
    @Tag("F12")
    @Tag("F13")
    void whatWasAcknowledgedIsOnTheTopicWhateverHappened() {
        // Given somebody who sends marks all the time, and again what was not acknowledged
        try (var sender = new LineSender("faults", LineSender.Kind.MARKS, () -> ingest)) {
            sender.awaitAcknowledged(200);

            // When one fault follows the other
            var outages = new Outages(stand);
            for (var fault : new Play.Fault[] {
                outages.brokerKilled(A_WHILE),
                outages.databaseKilled(Duration.ZERO),
                outages.brokerAnswersNothing(LONGER_THAN_A_LEASE),
                outages.databaseAnswersNothing(LONGER_THAN_A_LEASE),
                telling -> {
                    ingest.kill();
                    ingest = stand.start(Part.INGEST).awaitReady();
                }
            }) {
                strike(fault);
                sender.awaitAcknowledged(sender.acknowledged().size() + 200);
            }
            sender.stop();

            // Then each mark that was acknowledged is there, and never under two ids
            var ids = marks("faults");
            assertThat(ids.keySet()).containsAll(sender.acknowledged());
            assertThat(ids.values()).allSatisfy(each -> assertThat(each).hasSize(1));
            assertThat(sender.answers()).containsOnlyKeys(200, 503).containsKey(503);
        }
    }

    @Test
    @Tag("F1")
    @Tag("F22")
    void aFileInTheWatchedFolderIsTakenOnceThoughTheReplicaThatTakesItDies() throws IOException {
        // Given two replicas that watch the same folder
        var other = stand.start(Part.INGEST).awaitReady();
        try {
            var step = Breakpoint.on(stand.jdbcUrl(Part.INGEST), "INSERT", "watched_file");
            land("marks-crash.ndjson", lines("crash", 3_000));

            // When both die when the marks are out and the file is not yet remembered
            step.awaitHit();
            ingest.kill();
            other.kill();
            step.endWaiting();
            ingest = stand.start(Part.INGEST);
            other = stand.start(Part.INGEST);

            // Then it is taken in the end, moved once, and each mark is one event however often it was sent
            awaitMoved("marks-crash.ndjson");
            var ids = marks("crash");
            assertThat(ids).hasSize(3_000);
            assertThat(ids.values()).allSatisfy(each -> assertThat(each).hasSize(1));
            land("marks-two.ndjson", lines("two", 3_000));
            awaitMoved("marks-two.ndjson");
            assertThat(broker.readAll(Topics.MARKS.name()))
                    .filteredOn(mark -> mark.key().startsWith("two-"))
                    .as("by one replica only")
                    .hasSize(3_000);
        } finally {
            other.close();
        }
    }

    private static void strike(Play.Fault fault) {
        try {
            fault.strike(() -> {});
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void land(String name, String content) throws IOException {
        var in = Files.createDirectories(folder.resolve("in"));
        var part = Files.writeString(in.resolve(name + ".part"), content);
        Files.move(part, in.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void awaitMoved(String name) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(120))
                .until(() -> Files.exists(folder.resolve("done").resolve(name))
                        && !Files.exists(folder.resolve("in").resolve(name)));
        assertThat(folder.resolve("done").resolve("2-" + name)).doesNotExist();
    }

    /** One mark of each of as many students, without ids of the source's own. */
    private static String lines(String name, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> LineSender.Kind.MARKS.line(name + "-" + number))
                .collect(joining("\n"));
    }

    /** The event ids by student, of students whose id begins so. */
    private static Map<String, Set<String>> marks(String name) {
        return new HashMap<>(broker.readAll(Topics.MARKS.name()).stream()
                .map(each -> EventJson.read(each.value(), AbsenceMark.class))
                .filter(mark -> mark.studentId().startsWith(name + "-"))
                .collect(groupingBy(AbsenceMark::studentId, mapping(AbsenceMark::eventId, toSet()))));
    }
}
