package org.secondperiod.kit.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.Trouble.Whose;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestTopics;

/** A consumer that waits for what it depends on is stalled, one whose loop stands still is dead; and health says whose fault it is. */
@QuarkusTest
@TestProfile(ConsumerHealthQuarkusTest.SoonDead.class)
@QuarkusTestResource(StackTestResource.class)
class ConsumerHealthQuarkusTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** A loop that stands still for three seconds is dead, or for six within a batch; otherwise the test would take minutes. */
    public static final class SoonDead implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "secondperiod.delivery.dead-after", "PT3S",
                    "secondperiod.delivery.answers-within", "PT3S",
                    "secondperiod.delivery.loops", "1");
        }
    }

    @Inject
    FencedConsumers consumers;

    @Inject
    TestTopics topics;

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicBoolean databaseIsDown = new AtomicBoolean();
    private String name = "";

    private void start(String consumer, BatchHandler handler) {
        name = consumer;
        consumers.start(consumer, List.of(Topics.MARKS), handler);
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        consumers.stop(name);
    }

    @Test
    void stalledByTheDatabaseItIsAliveAndNotReadyAndTheFaultIsTheDatabases() {
        databaseIsDown.set(true);
        start("stalled", this::endTheConnection);
        sendOne();

        await().atMost(SOON).untilAsserted(() -> assertThat(whose()).isEqualTo("DATABASE"));
        assertThat(said()).isNotNull();
        assertThat(status("live")).isEqualTo(200);
        assertThat(status("ready")).isEqualTo(503);
        assertThat(metric(Whose.DATABASE)).isEqualTo(1);
        assertThat(metric(Whose.BROKERS)).isZero();

        databaseIsDown.set(false);

        await().atMost(SOON).untilAsserted(() -> assertThat(status("ready")).isEqualTo(200));
        assertThat(metric(Whose.DATABASE)).isZero();
    }

    @Test
    void thatNoBrokerIsThereIsSaidThoughNothingIsToBeRead() {
        start("idle", (tx, batch) -> {});
        await().atMost(SOON).until(() -> status("ready") == 200);

        StackTestResource.kafka().stop();
        try {
            await().atMost(SOON).untilAsserted(() -> assertThat(whose()).isEqualTo("BROKERS"));
            assertThat(status("live")).isEqualTo(200);
            assertThat(metric(Whose.BROKERS)).isEqualTo(1);
        } finally {
            StackTestResource.kafka().restart();
        }

        await().atMost(SOON).untilAsserted(() -> assertThat(status("ready")).isEqualTo(200));
    }

    @Test
    void whoseLoopStandsStillIsDead() {
        start("standing-still", (tx, batch) -> awaitUninterruptibly());
        await().atMost(SOON).until(() -> status("live") == 200);
        sendOne();

        await().atMost(SOON).untilAsserted(() -> assertThat(status("live")).isEqualTo(503));

        goOn.countDown();
        await().atMost(SOON).untilAsserted(() -> assertThat(status("live")).isEqualTo(200));
    }

    @Test
    void whatIsNeitherTheDatabasesNorTheBrokersFaultIsOurs() {
        assertThat(Faults.whose(new IllegalStateException(new SQLTransientConnectionException())))
                .isEqualTo(Whose.DATABASE);
        assertThat(Faults.whose(new RuntimeException(new SQLException("", "42501"))))
                .isEqualTo(Whose.DATABASE);
        assertThat(Faults.whose(new org.apache.kafka.common.errors.TopicAuthorizationException("any")))
                .isEqualTo(Whose.BROKERS);
        assertThat(Faults.whose(new IllegalStateException("any"))).isEqualTo(Whose.OURS);
    }

    /** As a database does that dies in the middle of a batch. */
    private void endTheConnection(Handle tx, List<Received> batch) {
        if (databaseIsDown.get()) {
            tx.execute("SET LOCAL ROLE NONE");
            tx.execute("SELECT pg_terminate_backend(pg_backend_pid())");
        }
    }

    private void awaitUninterruptibly() {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendOne() {
        topics.send(new OutgoingEvent(Topics.MARKS.name(), "somebody", "{ no json".getBytes(), Map.of()));
    }

    private Object whose() {
        return readiness("checks.find { it.name == 'consumers' }.data['" + name + ".whose']");
    }

    private Object said() {
        return readiness("checks.find { it.name == 'consumers' }.data['" + name + "']");
    }

    private static Object readiness(String path) {
        return JsonPath.from(given().get("/q/health/ready").asString()).get(path);
    }

    private static int status(String probe) {
        return given().get("/q/health/" + probe).statusCode();
    }

    private double metric(Whose whose) {
        var line = "secondperiod_consumer_in_trouble{consumer=\"" + name + "\",whose=\"" + whose + "\"}";
        return given().get("/q/metrics")
                .asString()
                .lines()
                .filter(each -> each.startsWith(line))
                .mapToDouble(each -> Double.parseDouble(each.substring(each.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }
}
