package org.secondperiod.kit.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EventJson;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

/** What a legal hold keeps is not purged until it is lifted. It is Wednesday, 14 October 2026. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class HeldRecordsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TestTopics topics;

    @Inject
    PurgeSweep sweep;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String hold = "hold-" + UUID.randomUUID();

    @BeforeEach
    void oldVisitsOfTwoStudentsAtTwoSchools() {
        owner.useHandle(handle -> {
            handle.execute("TRUNCATE visit, visit_step, errand, purge, known_hold");
            handle.execute("INSERT INTO visit VALUES ('ana-a', 'ana', 'A', '2024-01-10', '{\"doors\": [1]}'),"
                    + " ('ben-a', 'ben', 'A', '2024-01-10', '{\"doors\": [1]}'),"
                    + " ('ben-b', 'ben', 'B', '2024-01-10', '{\"doors\": [1]}')");
            handle.execute(
                    "INSERT INTO errand VALUES ('ana', '2024-01-10T12:00:00Z'), ('ben', '2024-01-10T12:00:00Z')");
        });
    }

    private void order(@Nullable String student, @Nullable String school, boolean ended, long version) {
        topics.send(
                Topics.ORDERS,
                new PrivacyOrder(
                        "o-" + version,
                        hold,
                        PrivacyOrder.Kind.LEGAL_HOLD,
                        student,
                        school,
                        ended,
                        version,
                        Instant.parse("2026-10-14T12:00:00Z")));
    }

    private void awaitKnown(String what) {
        await().atMost(PATIENCE)
                .until(() -> texts(
                                "SELECT hold_id || ' ' || coalesce(student_id, school_id) || ' ' || ended || ' ' || version"
                                        + " FROM known_hold")
                        .contains(hold + " " + what));
    }

    private List<String> texts(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    @Test
    void everythingOfAStudentIsKeptUntilTheHoldIsLifted() {
        order("ana", null, false, 1);
        awaitKnown("ana false 1");

        sweep.purge(TestRecords.DOORS);
        sweep.purge(TestRecords.VISITS);

        assertThat(texts("SELECT visit_id || ' ' || facts FROM visit")).containsExactly("ana-a {\"doors\": [1]}");
        assertThat(texts("SELECT student_id FROM errand")).containsExactly("ana");

        order("ana", null, true, 2);
        awaitKnown("ana true 2");
        sweep.purge(TestRecords.DOORS);
        sweep.purge(TestRecords.VISITS);

        assertThat(texts("SELECT visit_id FROM visit")).isEmpty();
        assertThat(texts("SELECT student_id FROM errand")).isEmpty();
    }

    @Test
    void ofASchoolWhatIsOfThisSchool() {
        order(null, "A", false, 1);
        awaitKnown("A false 1");

        sweep.purge(TestRecords.DOORS);
        sweep.purge(TestRecords.VISITS);

        assertThat(texts("SELECT visit_id FROM visit ORDER BY 1")).containsExactly("ana-a", "ben-a");
        assertThat(texts("SELECT student_id FROM errand"))
                .as("of no school, so that no school's hold keeps it")
                .isEmpty();
    }

    @Test
    void theLatestVersionHoldsInWhateverOrderTheyCome() {
        order("ana", null, true, 2);
        order("ana", null, false, 1);
        order("ana", null, true, 3);
        awaitKnown("ana true 3");

        sweep.purge(TestRecords.VISITS);

        assertThat(texts("SELECT visit_id FROM visit")).isEmpty();
    }

    @Test
    void anOrderOfNobodyGoesToTheDeadLettersAndTheNextOneHolds() {
        order(null, null, false, 1);
        order("ana", null, false, 1);
        awaitKnown("ana false 1");

        assertThat(topics.readAll("service-kit-orders.dead-letters.v1"))
                .anyMatch(letter -> letter.key().equals(hold));
    }

    @Test
    void theExamplesOfTheContractAreRead() throws Exception {
        for (String example : List.of("hold-of-a-school", "hold-of-a-student-lifted")) {
            try (var in = Topics.class.getResourceAsStream("/examples/privacy.orders.v1/" + example + ".json")) {
                var event = EventJson.read(in.readAllBytes(), PrivacyOrder.class);

                topics.send(Topics.ORDERS, event);

                await().atMost(PATIENCE)
                        .until(() -> texts("SELECT hold_id FROM known_hold").contains(event.orderId()));
            }
        }
    }
}
