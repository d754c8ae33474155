package org.secondperiod.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.system.faults.Storm.Replica;

/**
 * A hundred faults and more, drawn from a seed, over as many mornings as they take, while marks and scans pour in over HTTP. After
 * every phase of every morning all is as the oracle says, and in the end what was acknowledged is there. The seed is printed;
 * {@code -Dsecondperiod.seed=N} draws the same faults again, {@code -Dsecondperiod.storm-faults=N} says how many.
 */
class StormIT {

    private static final System.Logger LOG = System.getLogger(StormIT.class.getName());
    private static final int STUDENTS = 40;

    /** Phases in which faults strike: all but the first, so that there is a service to strike. */
    private static final List<String> PHASES = List.of(
            "period 1",
            "cut-off",
            "late arrivals and corrections",
            "holds ripen",
            "more of them",
            "the silent door speaks");

    private int struck;

    @Test
    void whateverComesAllIsAsTheOracleSays() throws IOException {
        long seed = Long.getLong("secondperiod.seed", new Random().nextLong(1_000_000));
        int faults = Integer.getInteger("secondperiod.storm-faults", 100);
        LOG.log(Level.INFO, "The storm's seed is " + seed);
        try (var stand = new Stand("storm", Instant.parse("2026-09-08T12:30:00Z"));
                var broker = new Broker(stand.kafka);
                var storm = new Storm(stand, seed)) {
            storm.process(Replica.INGEST).put("/v1/schools/S1", LineSender.SCHOOL);
            storm.process(Replica.ENTRY).put("/v1/readers/R1", LineSender.READER);
            try (var marks = new LineSender("m", LineSender.Kind.MARKS, () -> storm.process(Replica.INGEST));
                    var scans = new LineSender("c", LineSender.Kind.SCANS, () -> storm.process(Replica.ENTRY))) {
                var play = new Play(stand, broker, LocalDate.of(2026, 9, 8));
                for (int morning = 0; struck < faults; morning++) {
                    play.morning(seed + morning, STUDENTS, everyPhase(storm));
                    play.assertNothingTwiceAndNothingLost();
                }
                marks.awaitAcknowledged(marks.acknowledged().size() + 100);
                scans.awaitAcknowledged(scans.acknowledged().size() + 100);
                marks.stop();
                scans.stop();

                assertThat(keys(broker, Topics.MARKS, "m-")).containsAll(marks.acknowledged());
                assertThat(keys(broker, Topics.SCANS, "c-")).containsAll(scans.acknowledged());
                assertThat(marks.answers().keySet()).isSubsetOf(200, 503);
                assertThat(scans.answers().keySet()).isSubsetOf(200, 503);
                LOG.log(
                        Level.INFO,
                        "%d faults, %d marks and %d scans acknowledged; answers: marks %s, scans %s"
                                .formatted(
                                        struck,
                                        marks.acknowledged().size(),
                                        scans.acknowledged().size(),
                                        marks.answers(),
                                        scans.answers()));
            }
            assertThat(broker.readAll(Topic.deadLetters(Stand.CONSUMER))).isEmpty();
        }
    }

    private Map<String, Play.Fault> everyPhase(Storm storm) {
        var faults = new HashMap<String, Play.Fault>();
        PHASES.forEach(phase -> faults.put(phase, telling -> {
            var told = CompletableFuture.runAsync(telling);
            for (int count = 0; count < 3; count++) {
                var drawn = storm.next();
                LOG.log(Level.INFO, "%3d  %-32s %s".formatted(++struck, phase, drawn.name()));
                drawn.fault().strike(() -> {});
                assertThat(storm.startAgainWhatEnded())
                        .as("ended by itself after: " + drawn.name())
                        .isEmpty();
            }
            told.join();
        }));
        return faults;
    }

    /** The students on a topic whose id begins so; each has one event id, however often it was sent. */
    private static Set<String> keys(Broker broker, Topic<?> topic, String prefix) throws IOException {
        var ids = new HashMap<String, Set<String>>();
        for (var record : broker.readAll(topic.name())) {
            if (record.key().startsWith(prefix)) {
                ids.computeIfAbsent(record.key(), key -> new HashSet<>())
                        .add(EventJson.MAPPER
                                .readTree(record.value())
                                .path("eventId")
                                .asText());
            }
        }
        assertThat(ids.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        return ids.keySet();
    }
}
