package org.secondperiod.outreach.live.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.delivery.KafkaClients;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class EventTailQuarkusTest {

    @Inject
    KafkaClients clients;

    @Test
    void anOrderlyStopLeavesNoErrorInTheLog() throws InterruptedException {
        // given
        EventTail tail = new EventTail(clients);
        tail.onStart(new StartupEvent());
        await().until(() -> tail.recent().isPresent());
        long end = TestLog.end();

        // when
        tail.onStop(new ShutdownEvent());

        // then
        assertThat(TestLog.since(end)).doesNotContain("Failed to close", "InterruptException");
    }
}
