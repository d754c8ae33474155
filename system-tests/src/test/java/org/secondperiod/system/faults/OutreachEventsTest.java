package org.secondperiod.system.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topics;

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
