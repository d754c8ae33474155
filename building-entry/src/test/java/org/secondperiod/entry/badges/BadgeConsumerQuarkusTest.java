package org.secondperiod.entry.badges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.EntryApi.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.entry.EntryTopics;
import org.secondperiod.entry.badges.db.BadgeClaimStore;
import org.secondperiod.entry.roster.kafka.RosterConsumer;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Topic;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.delivery.EventEnvelope;
import org.secondperiod.kit.delivery.OutgoingEvent;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class BadgeConsumerQuarkusTest {

    private static final Instant MONDAY = Instant.parse("2026-10-12T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-10-13T10:00:00Z");

    @Inject
    TestTopics topics;

    @Inject
    EntryTopics told;

    @Inject
    EventEnvelope envelope;

    @Inject
    BadgeClaimStore claims;

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Test
    void aBadgeOfTheRosterResolvesTheScanThatWaitedForIt() {
        // Given a scan of an unknown badge
        String badge = id("B");
        String readerId = reader();
        postScan(scan(readerId, badge)).statusCode(202);

        // When the roster says whose it is
        send(enrolments("S1", 1, MONDAY, badge));

        // Then the scan is told
        assertThat(told.awaitScans(readerId, scans -> !scans.isEmpty()))
                .extracting(Scan::studentId)
                .containsExactly("S1");
    }

    @Test
    void theSameTwiceHasOneEffect() {
        // Given a student's badge, and a later version without it
        String student = id("S");
        String badge = id("B");
        send(enrolments(student, 1, MONDAY, badge));
        send(enrolments(student, 2, TUESDAY));
        awaitClaims(badge, student + " null " + TUESDAY);

        // When both come again, and one that shows that they were read
        send(enrolments(student, 1, MONDAY, badge));
        send(enrolments(student, 2, TUESDAY));
        sendAndAwaitAnother();

        // Then nothing has changed
        assertThat(claims(badge)).containsExactly(student + " null " + TUESDAY);
        assertThat(versions(student)).isEqualTo(2);
    }

    @Test
    void inWhateverOrderVersionsComeTheConclusionIsTheSame() {
        // Given four versions: the badge is there, there, gone, and another comes
        List<List<Integer>> orders = List.of(
                List.of(1, 2, 3, 4),
                List.of(4, 3, 2, 1),
                List.of(3, 1, 4, 2),
                List.of(2, 4, 1, 3),
                List.of(4, 1, 1, 3, 2, 4));
        for (List<Integer> order : orders) {
            String student = id("S");
            String first = id("B");
            String second = id("B");

            // When they come in this order
            for (int version : order) {
                send(
                        switch (version) {
                            case 1 -> enrolments(student, 1, MONDAY, first);
                            case 2 -> enrolments(student, 2, MONDAY.plusSeconds(60), first);
                            case 3 -> enrolments(student, 3, TUESDAY);
                            default -> enrolments(student, 4, TUESDAY.plusSeconds(60), second);
                        });
            }

            // Then the first badge was the student's until Tuesday, and the second is
            awaitClaims(first, student + " null " + TUESDAY);
            awaitClaims(second, student + " null null");
        }
    }

    @Test
    void aBadgeThatWentFromOneStudentToAnotherIsEachOnesInTheirTime() {
        // Given a badge that the roster gives to Ana and then, without dates, to Ben
        String badge = id("B");
        String ana = id("ANA");
        String ben = id("BEN");
        send(enrolments(ana, 1, MONDAY, badge));
        send(enrolments(ana, 2, TUESDAY));
        send(enrolments(ben, 1, TUESDAY, badge));
        awaitClaims(badge, ana + " null " + TUESDAY, ben + " null null");

        // When scans of Monday and of Wednesday come
        String readerId = reader();
        postScan(scan(readerId, badge, "2026-10-12T08:00:00-04:00")).statusCode(200);
        postScan(scan(readerId, badge, "2026-10-14T08:00:00-04:00")).statusCode(200);

        // Then the one is Ana's and the other Ben's
        assertThat(told.scans(readerId)).extracting(Scan::studentId).containsExactlyInAnyOrder(ana, ben);
    }

    @Test
    void aStudentWhoIsGoneFromTheRosterKeepsThePast() {
        // Given a student with a badge
        String student = id("S");
        String badge = id("B");
        send(enrolments(student, 1, MONDAY, badge));
        awaitClaims(badge, student + " null null");

        // When the roster's record goes, twice
        topics.send(envelope.tombstone(Topics.ENROLMENTS, student));
        topics.send(envelope.tombstone(Topics.ENROLMENTS, student));

        // Then the badge was the student's until then
        awaitClaims(badge, student + " null 2026-10-14T12:00:00Z");
        sendAndAwaitAnother();
        assertThat(versions(student)).isEqualTo(2);
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextIsProcessed() {
        // Given a record that is no JSON, one without badges, and one whose badge is no id
        String poison = id("poison");
        topics.send(raw(poison, "{ no json"));
        topics.send(raw(
                poison,
                "{\"studentId\":\"%s\",\"recordedAt\":\"2026-10-12T10:00:00Z\",\"version\":1}".formatted(poison)));
        send(enrolments(poison, 1, MONDAY, "not an id"));

        // When a good one follows, then it takes effect and the others wait as dead letters
        sendAndAwaitAnother();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(deadLetters(poison)).hasSize(3));
        assertThat(versions(poison)).isZero();
    }

    @Test
    void aFaultOfTheDatabaseIsWaitedOutAndNothingIsLost() {
        // Given a database whose disk is full
        String student = id("S");
        String badge = id("B");
        int lettersBefore =
                topics.readAll(Topic.deadLetters(RosterConsumer.NAME)).size();
        jdbi.useHandle(handle -> handle.execute("""
                CREATE OR REPLACE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN RAISE EXCEPTION 'disk full' USING ERRCODE = '53100'; END $$"""));
        jdbi.useHandle(handle -> handle.execute(
                "CREATE TRIGGER disk_full BEFORE INSERT ON badge_roster FOR EACH ROW EXECUTE FUNCTION disk_full()"));
        send(enrolments(student, 1, MONDAY, badge));
        await().atMost(Duration.ofSeconds(20)).until(() -> !ready());

        // When there is room again
        jdbi.useHandle(handle -> handle.execute("DROP TRIGGER disk_full ON badge_roster"));

        // Then the record takes effect, and none went to the dead letters
        awaitClaims(badge, student + " null null");
        await().atMost(Duration.ofSeconds(20)).until(BadgeConsumerQuarkusTest::ready);
        assertThat(topics.readAll(Topic.deadLetters(RosterConsumer.NAME))).hasSize(lettersBefore);
    }

    private void sendAndAwaitAnother() {
        List<String> badges = Stream.generate(() -> id("B")).limit(24).toList();
        for (String badge : badges) {
            send(enrolments("of-" + badge, 1, MONDAY, badge));
        }
        for (String badge : badges) {
            awaitClaims(badge, "of-" + badge + " null null");
        }
    }

    private void send(EnrolmentsChanged event) {
        topics.send(Topics.ENROLMENTS, event);
    }

    private static OutgoingEvent raw(String key, String value) {
        return new OutgoingEvent(
                Topics.ENROLMENTS.name(), key, value.getBytes(StandardCharsets.UTF_8), Map.of("ce_id", key));
    }

    private static EnrolmentsChanged enrolments(String student, long version, Instant recordedAt, String... badges) {
        List<EnrolmentsChanged.Badge> all = Stream.of(badges)
                .map(badge -> new EnrolmentsChanged.Badge(badge, null, null))
                .toList();
        return new EnrolmentsChanged(student + "-" + version, student, List.of(), all, List.of(), version, recordedAt);
    }

    private void awaitClaims(String badge, String... expected) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(claims(badge)).containsExactlyInAnyOrder(expected));
    }

    private List<String> claims(String badge) {
        return jdbi.withHandle(handle -> claims.claims(handle, List.of(badge))).stream()
                .map(claim -> claim.studentId() + " " + claim.validFrom() + " " + claim.validTo())
                .toList();
    }

    private int versions(String student) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM badge_roster WHERE student_id = ?")
                .bind(0, student)
                .mapTo(Integer.class)
                .one());
    }

    private List<Received> deadLetters(String key) {
        return topics.readAll(Topic.deadLetters(RosterConsumer.NAME)).stream()
                .filter(letter -> letter.key().equals(key))
                .toList();
    }

    private static boolean ready() {
        return RestAssured.get("/q/health/ready").statusCode() == 200;
    }
}
