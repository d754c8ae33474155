package org.secondperiod.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.StackTestResource;

/**
 * What is sent at once to partitions that are just coming online is acknowledged. Before the producer had one request under
 * way at a time, most of these topics kept a few records out until they expired after {@link
 * ProducerConfig#DELIVERY_TIMEOUT_MS_CONFIG}.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FreshTopicsQuarkusTest {

    private static final int TOPICS = 10;
    private static final int PARTITIONS = 32;
    private static final int RECORDS = 600;

    @Inject
    KafkaClients clients;

    @Inject
    EventPublisher publisher;

    @Test
    @Tag("F12")
    void whatIsSentWhilePartitionsComeOnlineIsAcknowledged() throws ExecutionException, InterruptedException {
        try (var admin = clients.admin()) {
            for (int topic = 0; topic < TOPICS; topic++) {
                // Given a topic that was made a moment ago
                var name = "fresh-" + UUID.randomUUID();
                admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                        .all()
                        .get();

                // When so much is sent that it takes many requests, the first of them before the broker leads all
                // partitions
                var pending = IntStream.range(0, RECORDS)
                        .mapToObj(number ->
                                publisher.send(new OutgoingEvent(name, "key-" + number, random(number), Map.of())))
                        .toList();

                // Then none is refused
                assertThat(pending).hasSize(RECORDS).allSatisfy(PendingPublish::await);
            }
        }
    }

    /** Bytes that compression makes no smaller. */
    private static byte[] random(long seed) {
        var bytes = new byte[3_000];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }
}
