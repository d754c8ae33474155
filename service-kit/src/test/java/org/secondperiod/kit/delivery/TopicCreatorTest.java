package org.secondperiod.kit.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a cluster topics are somebody else's to make, and a service that tried would be refused. */
class TopicCreatorTest {

    private record Delivery(boolean createTopics) implements DeliveryConfig {

        @Override
        public Duration acknowledgedWithin() {
            return Duration.ofSeconds(10);
        }

        @Override
        public short replicationFactor() {
            return 3;
        }

        @Override
        public int batchSize() {
            return 2_000;
        }

        @Override
        public int loops() {
            return 1;
        }

        @Override
        public Duration deadAfter() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration answersWithin() {
            return Duration.ofSeconds(65);
        }

        @Override
        public Optional<String> consumers() {
            return Optional.empty();
        }
    }

    /** No broker can be reached by it: whoever asks one fails. */
    private static TopicCreator creator(boolean createTopics) {
        return new TopicCreator(null, new Delivery(createTopics));
    }

    @Test
    void whereTheyAreSomebodyElsesNothingIsAskedOfTheBroker() {
        assertThatCode(() -> creator(false).ensure(List.of("outreach"))).doesNotThrowAnyException();
    }

    @Test
    void elsewhereItIs() {
        assertThatThrownBy(() -> creator(true).ensure(List.of("outreach"))).isInstanceOf(NullPointerException.class);
    }
}
