package org.secondperiod.kit.delivery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.TestTopics;

/** A consumer comes back after so long that its topic no longer has what it would have read next. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class DeletedUnreadQuarkusTest {

    private static final String NAME = "away";
    private static final String SAID = "were deleted before consumer " + NAME;

    @Inject
    FencedConsumers consumers;

    @Inject
    SeenHandler handler;

    @Inject
    TestTopics topics;

    @Inject
    Jdbi jdbi;

    @Inject
    KafkaClients clients;

    private final String run = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void start() {
        consumers.start(NAME, List.of(Topics.MARKS), handler);
    }

    @AfterEach
    void stop() {
        consumers.stop(NAME);
    }

    @Test
    @Tag("F17")
    void itSaysSoOnceAndGoesOnWithWhatIsLeft() throws Exception {
        // Given a consumer that has read its topic and is away while more comes
        send("read");
        awaitSeen("read");
        consumers.stop(NAME);
        send("lost");

        // When retention deletes that, and it comes back
        deleteAllThatIsThere();
        var log = TestLog.end();
        consumers.start(NAME, List.of(Topics.MARKS), handler);
        send("left");

        // Then it takes in what is left, and the loss is in the log and in its health, which is good all the same
        awaitSeen("left");
        assertThat(isSeen("lost")).isFalse();
        assertThat(TestLog.since(log)).containsOnlyOnce(SAID);
        given().when()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("\"" + NAME + ".deletedUnread\": 1"));

        // And when it is started again, it says no more of it
        consumers.stop(NAME);
        log = TestLog.end();
        consumers.start(NAME, List.of(Topics.MARKS), handler);
        send("later");
        awaitSeen("later");
        assertThat(TestLog.since(log)).doesNotContain(SAID);
    }

    @Test
    void aGapIsALossOnlyIfTheTopicBeginsBehindIt() throws Exception {
        // Given a topic of which all but the last record of a partition is deleted
        send("gone");
        deleteAllThatIsThere();
        send("there");
        awaitSeen("there");
        var unread = new DeletedUnread(NAME, new OffsetStore(jdbi, NAME));
        try (var consumer = clients.freeConsumer()) {
            var partition = ends().keySet().stream()
                    .filter(each -> consumer.beginningOffsets(List.of(each)).get(each) > 0)
                    .findFirst()
                    .orElseThrow();
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var polled = consumer.poll(Duration.ofSeconds(20));
            var offset = polled.records(partition).getFirst().offset();

            // Then who would have read the one before has missed it
            assertThat(unread.isBefore(polled, Map.of(partition, offset - 1), consumer))
                    .isTrue();
            // And who is there has not, nor where compaction has left a gap further on
            assertThat(unread.isBefore(polled, Map.of(partition, offset), consumer))
                    .isFalse();
            send("further on");
            consumer.seek(partition, offset + 1);
            var further = consumer.poll(Duration.ofSeconds(20));
            assertThat(unread.isBefore(further, Map.of(partition, offset), consumer))
                    .isFalse();
        }
    }

    @Test
    void whoReadsATopicForTheFirstTimeHasMissedNothing() throws Exception {
        send("of old");
        deleteAllThatIsThere();
        var log = TestLog.end();

        var newcomer = "newcomer-" + run;
        consumers.start(newcomer, List.of(Topics.MARKS), handler);
        try {
            send("new");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> new OffsetStore(jdbi, newcomer).load().equals(ends()));
            assertThat(TestLog.since(log)).doesNotContain("were deleted before consumer newcomer");
        } finally {
            consumers.stop(newcomer);
        }
    }

    private FencedConsumers.Running running() {
        return consumers.all().stream()
                .filter(each -> each.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private Map<TopicPartition, Long> ends() {
        try (var consumer = clients.freeConsumer()) {
            return consumer.endOffsets(consumer.partitionsFor(Topics.MARKS.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList());
        }
    }

    private void deleteAllThatIsThere() throws Exception {
        var upTo = ends().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> RecordsToDelete.beforeOffset(end.getValue())));
        try (var admin = clients.admin()) {
            admin.deleteRecords(upTo).all().get();
        }
    }

    /** All are of one student, and so of one partition. */
    private void send(String what) {
        topics.send(
                Topics.MARKS,
                new AbsenceMark(
                        run + "-" + what,
                        null,
                        "student",
                        "S1",
                        LocalDate.of(2026, 10, 14),
                        "1",
                        "A",
                        AttendanceCategory.UNEXCUSED_ABSENCE,
                        null,
                        Instant.parse("2026-10-14T12:20:00Z"),
                        0,
                        false,
                        "sis",
                        Instant.parse("2026-10-14T12:20:01Z")));
    }

    private void awaitSeen(String what) {
        await().atMost(Duration.ofSeconds(30)).until(() -> isSeen(what));
    }

    private boolean isSeen(String what) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM seen WHERE event_id = ?")
                        .bind(0, run + "-" + what)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }
}
