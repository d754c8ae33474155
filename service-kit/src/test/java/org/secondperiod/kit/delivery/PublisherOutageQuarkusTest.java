package org.secondperiod.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class PublisherOutageQuarkusTest {

    @Inject
    KafkaClients clients;

    @Inject
    DeliveryConfig delivery;

    @Test
    @Tag("F12")
    void aServiceThatStartsWithoutABrokerDoesNotWaitForEachEventAnew() {
        // Given a broker that is down, and a producer that has never seen it
        var publisher = new EventPublisher(clients);
        StackTestResource.kafka().stop();
        try {
            // When many events are sent
            var events = IntStream.range(0, 50)
                    .mapToObj(
                            number -> new OutgoingEvent(Topics.MARKS.name(), "key-" + number, new byte[] {1}, Map.of()))
                    .toList();
            long from = System.nanoTime();
            var failed = catchThrowableOfType(NotAcknowledged.class, () -> publisher.publish(events));

            // Then all have failed when the first one has
            assertThat(failed.failed()).isEqualTo(IntStream.range(0, 50).boxed().toList());
            assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(delivery.acknowledgedWithin());
        } finally {
            StackTestResource.kafka().restart();
            publisher.close();
        }
    }
}
