package org.secondperiod.kit.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.AbsenceMark;
import org.secondperiod.events.AttendanceCategory;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestLog;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class FencedConsumerQuarkusTest {

    private static final String NAME = "seen";

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

    @Inject
    EventPublisher publisher;

    @Inject
    Clock clock;

    private String run;

    @BeforeEach
    void start() {
        run = UUID.randomUUID().toString().substring(0, 8);
        handler.databaseIsDown.set(false);
        handler.understandsPoison.set(false);
        consumers.start(NAME, List.of(Topics.MARKS), handler);
    }

    @AfterEach
    void stop() {
        consumers.stop(NAME);
    }

    private FencedConsumers.Running mine() {
        return consumers.all().stream()
                .filter(each -> each.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("F15")
    void eachRecordTakesEffectOnceAndOnlyThePoisonGoesToTheDeadLetters() {
        // Given a batch with two records at fault, one of them not even JSON
        send(20, "A");
        send(1, SeenHandler.POISON);
        topics.send(new OutgoingEvent(Topics.MARKS.name(), noJson(), "{ no json".getBytes(), Map.of()));

        // When more follow them
        IntStream.range(100, 140).forEach(i -> send(i, "A"));

        // Then all the good ones took effect, once, and the other two wait as dead letters
        awaitSeen(41);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lettersOfThisRun()).hasSize(2));
        assertThat(timesOtherThanOnce()).isZero();

        // And what made them fail is mended, a replay brings the one that can be understood
        handler.understandsPoison.set(true);
        var outcome = mine().deadLetters().replay();
        assertThat(outcome.replayed()).isEqualTo(1);
        assertThat(outcome.failedAgain()).isEqualTo(1);
        assertThat(seen()).isEqualTo(42);
    }

    @Test
    @Tag("F13")
    void aFaultOfTheDatabaseIsWaitedOutAndLosesNothing() {
        // Given a database that ends every connection at the end of the batch
        handler.databaseIsDown.set(true);
        var lettersBefore = letters().size();
        IntStream.range(0, 30).forEach(i -> send(i, "A"));
        await().atMost(Duration.ofSeconds(20)).until(() -> mine().trouble() != null);

        // When it is back
        handler.databaseIsDown.set(false);

        // Then every record takes effect once and none is a dead letter
        awaitSeen(30);
        assertThat(timesOtherThanOnce()).isZero();
        assertThat(letters()).hasSize(lettersBefore);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mine().trouble()).isNull());
    }

    @Test
    void whoLooksAtDeadLettersFillsNoLog() {
        send(1, SeenHandler.POISON);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lettersOfThisRun()).hasSize(1));
        long before = TestLog.end();

        var pending = mine().deadLetters().pending(100);

        assertThat(pending).isNotEmpty();
        assertThat(TestLog.since(before)).doesNotContain("OffsetFetcherUtils");
        handler.understandsPoison.set(true);
        mine().deadLetters().replay();
    }

    @Test
    void deadLettersAreCountedUntilTheyAreReplayed() {
        mine().deadLetters().count();
        double before = mine().deadLetters().counted();
        send(1, SeenHandler.POISON);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(lettersOfThisRun()).hasSize(1));

        mine().deadLetters().count();

        assertThat(mine().deadLetters().counted()).isEqualTo(before + 1);
        handler.understandsPoison.set(true);
        var outcome = mine().deadLetters().replay();
        mine().deadLetters().count();
        assertThat(mine().deadLetters().counted()).isEqualTo(outcome.failedAgain());
    }

    @Test
    void theLoopsOfAConsumerShareItsPartitionsAndEachRecordTakesEffectOnce() {
        // Given a consumer of two loops, of which each has its share
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(partitionsOfMembers())
                        .hasSize(2)
                        .allSatisfy(share -> assertThat(share).isNotEmpty()));

        // When records come on all partitions
        IntStream.range(0, 60).forEach(i -> send(i, "A"));

        // Then each takes effect, once
        awaitSeen(60);
        assertThat(timesOtherThanOnce()).isZero();
    }

    @Test
    void aRewoundConsumerReadsAgainByItself() {
        // Given records that took effect
        IntStream.range(0, 5).forEach(i -> send(i, "A"));
        awaitSeen(5);

        // When an operator rewinds the topic
        mine().offsets().rewind(Topics.MARKS.name());

        // Then they are read again
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(times(0)).isEqualTo(2));
    }

    @Test
    @Tag("F10")
    void aZombieHasNoEffect() {
        // Given a consumer that took a record in
        send(0, "A");
        awaitSeen(1);
        var offsets = new OffsetStore(jdbi, NAME);
        var stands = offsets.load();
        var partition = stands.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .findFirst()
                .orElseThrow()
                .getKey();
        var processor = new BatchProcessor(NAME, jdbi, offsets, handler, new DeadLetters(NAME, publisher, clock));
        var stale = new java.util.HashMap<>(Map.of(partition, stands.get(partition) - 1));

        // When another that stopped before it wakes up and handles the same record
        var record = topics.readAll(Topics.MARKS.name()).stream()
                .filter(each -> new TopicPartition(each.topic(), each.partition()).equals(partition))
                .filter(each -> each.offset() == stands.get(partition) - 1)
                .toList();

        // Then it is turned away and the record has its one effect
        assertThatThrownBy(() -> processor.process(record, stale)).isInstanceOf(OffsetStore.Fenced.class);
        assertThat(timesOtherThanOnce()).isZero();
    }

    private List<Set<TopicPartition>> partitionsOfMembers() throws Exception {
        try (var admin = clients.admin()) {
            return admin.describeConsumerGroups(List.of(NAME)).describedGroups().get(NAME).get().members().stream()
                    .map(member -> member.assignment().topicPartitions())
                    .toList();
        }
    }

    private void send(int number, String code) {
        topics.send(
                Topics.MARKS,
                new AbsenceMark(
                        run + "-" + number,
                        null,
                        "student-" + number,
                        "S1",
                        LocalDate.of(2026, 10, 14),
                        "1",
                        code,
                        AttendanceCategory.UNEXCUSED_ABSENCE,
                        null,
                        Instant.parse("2026-10-14T12:20:00Z"),
                        0,
                        false,
                        "sis",
                        Instant.parse("2026-10-14T12:20:01Z")));
    }

    private void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(seen()).isEqualTo(count));
    }

    private int seen() {
        return count("SELECT count(*) FROM seen WHERE event_id LIKE ?");
    }

    private int timesOtherThanOnce() {
        return count("SELECT count(*) FROM seen WHERE times <> 1 AND event_id LIKE ?");
    }

    private int times(int number) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT times FROM seen WHERE event_id = ?")
                .bind(0, run + "-" + number)
                .mapTo(Integer.class)
                .one());
    }

    private int count(String sql) {
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bind(0, run + "-%").mapTo(Integer.class).one());
    }

    private List<Received> letters() {
        return topics.readAll(Topic.deadLetters(NAME));
    }

    /** The key of a record of this run that is not even JSON, and so has no id. */
    private String noJson() {
        return "x-" + run;
    }

    private List<Received> lettersOfThisRun() {
        return letters().stream()
                .filter(letter -> letter.key().equals(noJson())
                        || letter.headers().getOrDefault("ce_id", "").startsWith(run))
                .toList();
    }
}
