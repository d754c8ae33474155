package org.secondperiod.system.faults;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.secondperiod.events.Topics;

/** Faults of a broker, a database and a network, that last for a while and then are over. */
final class Outages {

    private final Stand stand;

    Outages(Stand stand) {
        this.stand = stand;
    }

    /** An outage has to last for some time: that is what it is. */
    static void lasts(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** While it is told, something begins and, after a time, ends. */
    static Play.Fault during(Runnable begins, Duration time, Runnable ends) {
        return telling -> {
            begins.run();
            var told = CompletableFuture.runAsync(telling);
            try {
                lasts(time);
            } finally {
                ends.run();
            }
            await(told);
        };
    }

    private static void await(CompletableFuture<?> told) {
        try {
            told.get(120, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new AssertionError("What the phase tells did not get to the broker", e);
        }
    }

    Play.Fault brokerKilled(Duration down) {
        return during(stand.kafka::kill, down, stand.kafka::restart);
    }

    Play.Fault brokerStopped(Duration down) {
        return during(stand.kafka::stop, down, stand.kafka::restart);
    }

    Play.Fault brokerSilent(Duration time) {
        return during(stand.toKafka::goSilent, time, stand.toKafka::pass);
    }

    Play.Fault brokerAnswersNothing(Duration time) {
        return during(stand.toKafka::swallowAnswers, time, stand.toKafka::pass);
    }

    Play.Fault databaseKilled(Duration down) {
        return during(stand.postgres::kill, down, stand.postgres::restart);
    }

    Play.Fault databaseStopped(Duration down) {
        return during(stand.postgres::stop, down, stand.postgres::restart);
    }

    Play.Fault databaseSilent(Duration time) {
        return during(stand.toDatabase::goSilent, time, stand.toDatabase::pass);
    }

    /** What was asked of the database is done, and nobody hears of it: every commit's outcome is unknown. */
    Play.Fault databaseAnswersNothing(Duration time) {
        return during(stand.toDatabase::swallowAnswers, time, stand.toDatabase::pass);
    }

    Play.Fault databaseUnreachable(Duration time) {
        return during(stand.toDatabase::refuse, time, stand.toDatabase::pass);
    }

    Play.Fault everythingSlow(Duration piece, Duration time) {
        return during(
                () -> {
                    stand.toDatabase.slow(piece);
                    stand.toKafka.slow(piece);
                },
                time,
                () -> {
                    stand.toDatabase.pass();
                    stand.toKafka.pass();
                });
    }

    /** Members come into the group and leave it, so that partitions change hands all the time. */
    Play.Fault rebalances(int times) {
        return telling -> {
            var told = CompletableFuture.runAsync(telling);
            for (int time = 0; time < times; time++) {
                try (var intruder = intruder()) {
                    intruder.subscribe(Topics.ALL.stream()
                            .filter(topic -> List.of(Topics.MARKS, Topics.SCANS, Topics.READERS)
                                    .contains(topic))
                            .map(topic -> topic.name())
                            .toList());
                    for (int turn = 0; turn < 100 && intruder.assignment().isEmpty(); turn++) {
                        intruder.poll(Duration.ofMillis(100));
                    }
                }
            }
            await(told);
        };
    }

    private KafkaConsumer<String, byte[]> intruder() {
        var settings = new Properties();
        settings.put("bootstrap.servers", stand.kafka.bootstrapServers());
        settings.put("group.id", Stand.CONSUMER);
        settings.put("enable.auto.commit", "false");
        settings.put("session.timeout.ms", "6000");
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
