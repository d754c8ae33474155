package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;
import org.secondperiod.local.stack.Part;

/** What arrives is poison, is of a later version, or far too much of one student. */
class OutreachEventsTest extends OnOneStand {

    @Test
    @Tag("F15")
    @Tag("F16")
    void poisonGoesToTheDeadLettersAndWaitsUntilTheyTakeIt() {
        play.morning(15, STUDENTS, Map.of("period 1", telling -> {
            // Given dead letters that take nothing
            broker.set(DEAD_LETTERS, "max.message.bytes", "1");
            for (int number = 0; number < 5; number++) {
                var key = "poison-" + POISON.size();
                POISON.add(key);
                Broker.await(broker.send(Topics.MARKS.name(), key, "{ no json".getBytes(UTF_8)));
            }

            // When a batch has poison in it
            telling.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !outreach.process().isReady());

            // Then nobody steps over it, and once they take it, it alone is there
            assertThat(broker.readAll(DEAD_LETTERS)).isEmpty();
            broker.set(DEAD_LETTERS, "max.message.bytes", "");
        }));
        assertThat(broker.readAll(DEAD_LETTERS))
                .extracting(letter -> letter.key())
                .containsAll(POISON);
    }

    @Test
    @Tag("F19")
    @Tag("F25")
    void topicsGrowAndEventsHaveFieldsOfLaterVersions() {
        play.morning(
                19,
                STUDENTS,
                Map.of(
                        "period 1",
                        telling -> {
                            broker.addLaterFields(true);
                            telling.run();
                        },
                        "late arrivals and corrections",
                        telling -> {
                            broker.grow(Topics.MARKS.name(), 17);
                            telling.run();
                            broker.addLaterFields(false);
                        }));
    }

    @Test
    @Tag("F18")
    void clocksOfReadersAndServersThatAreWrongCancelNothing() {
        // Given scans of clocks that are ten minutes ahead, never set, or run out, after the calls have been opened
        var madeUp = play.makeUp(18, STUDENTS);
        var morning = madeUp.and("holds ripen", new WrongClocks(madeUp).scansAt("08:54"));
        var expected = play.play(morning, broker::tell, Map.of("cut-off", telling -> {
            telling.run();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !openCalls(morning).isEmpty());
            var open = openCalls(morning);

            // When the server's clock goes five minutes back and five minutes ahead
            for (int minutes : new int[] {-5, 5, 0}) {
                stand.setClock(morning.phase("cut-off").at().plus(Duration.ofMinutes(minutes)));
                Fault.lasts(Duration.ofSeconds(2));
            }

            // Then nobody's call is withdrawn
            assertThat(openCalls(morning)).containsAll(open);
            assertThat(stand.select(
                            Part.OUTREACH,
                            "SELECT task_id FROM call_task WHERE state <> 'OPEN' AND school_day = '" + morning.day()
                                    + "'"))
                    .isEmpty();
        }));
        assertThat(expected.count(morning.phase("holds ripen"), verdict -> "OPEN".equals(verdict.task())))
                .isGreaterThan(5);
    }

    private static List<String> openCalls(Morning morning) {
        return stand.select(
                Part.OUTREACH,
                "SELECT task_id FROM call_task WHERE state = 'OPEN' AND school_day = '" + morning.day() + "'");
    }

    @Test
    @Tag("F17")
    void aTopicWhoseBeginningIsDeletedIsReadAgainWithoutEffect() throws IOException {
        // Given a morning that is over, and topics whose first half has been deleted since
        var morning = play.makeUp(17, STUDENTS);
        var expected = play.play(morning, broker::tell, Map.of());
        var topics = List.of(Topics.MARKS.name(), Topics.SCANS.name());
        topics.forEach(broker::deleteFirstHalf);
        var said = broker.ends(List.of(Topics.WHEREABOUTS.name(), Topics.CALL_TASKS.name()));

        // When outreach reads them again
        for (var topic : topics) {
            outreach.process().post("/v1/replay", "{\"topic\":\"" + topic + "\"}");
        }

        // Then it reads what is left, concludes what it had concluded, and says nothing
        play.awaitEqual(expected, morning.phases().getLast());
        assertThat(broker.ends(said.keySet().stream()
                        .map(partition -> partition.topic())
                        .distinct()
                        .toList()))
                .isEqualTo(said);
        assertThat(outreach.process().isReady()).isTrue();
    }

    @Test
    @Tag("F23")
    void oneStudentWithThousandsOfScansHoldsNobodyUp() {
        play.morning(23, STUDENTS, Map.of("period 1", telling -> {
            for (int number = 0; number < 3_000; number++) {
                var id = "hot-" + number;
                var at = Instant.parse("2026-09-09T11:00:00Z").plusSeconds(number);
                var scan = new Scan(id, id, "hot", "hot-R", "hot-B", at, Scan.Direction.PASSAGE, null, null, at);
                var unused = broker.send(Topics.SCANS.name(), "hot", EventJson.write(scan));
            }
            telling.run();
        }));
    }
}
