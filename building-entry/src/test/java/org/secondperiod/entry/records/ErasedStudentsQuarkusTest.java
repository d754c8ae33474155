package org.secondperiod.entry.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.secondperiod.entry.EntryApi.id;
import static org.secondperiod.entry.EntryApi.postScan;
import static org.secondperiod.entry.EntryApi.putBadge;
import static org.secondperiod.entry.EntryApi.reader;
import static org.secondperiod.entry.EntryApi.scan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.secondperiod.events.EnrolmentsChanged;
import org.secondperiod.events.PrivacyOrder;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.orders.ErasureSweep;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;
import org.secondperiod.kit.time.MachineClock;

/** Of a student who was erased no badge is known and no scan is taken. */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class ErasedStudentsQuarkusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-10-14T12:00:00Z");

    @Inject
    TestTopics topics;

    @Inject
    ErasureSweep sweep;

    private final Jdbi owner = TestDatabase.asOwner();
    private final String ana = id("ana");
    private final String badge = id("B");

    private void erase() {
        String order = id("erasure");
        topics.send(
                Topics.ORDERS,
                new PrivacyOrder(order + "-1", order, PrivacyOrder.Kind.ERASURE, ana, null, false, 1, NOW));
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM erasure WHERE student_id = ?") == 1);
        sweep.sweep(MachineClock.now());
        sweep.sweep(MachineClock.now().plusSeconds(61));
    }

    private void tellBadge(String of, String theBadge, long version) {
        topics.send(
                Topics.ENROLMENTS,
                new EnrolmentsChanged(
                        id("ev"),
                        of,
                        List.of(),
                        List.of(new EnrolmentsChanged.Badge(theBadge, null, null)),
                        List.of(),
                        version,
                        NOW));
    }

    private long count(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).bind(0, ana).mapTo(Long.class).one());
    }

    @Test
    void theBadgeIsNobodysAndNothingIsTakenInAnyMore() {
        tellBadge(ana, badge, 1);
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM badge_claim WHERE student_id = ?") == 1);

        erase();

        assertThat(count("SELECT count(*) FROM badge_claim WHERE student_id = ?"))
                .isZero();
        assertThat(count("SELECT count(*) FROM badge_roster WHERE student_id = ?"))
                .isZero();
        postScan(scan(reader(), badge)).statusCode(202).body("reason", containsString("nobody's"));
        postScan("{\"readerId\":\"%s\",\"studentId\":\"%s\",\"scannedAt\":\"2026-10-14T08:00:00-04:00\"}"
                        .formatted(reader(), ana))
                .statusCode(422)
                .body("violations[0].message", containsString("was erased"));
        putBadge(badge, "{\"studentId\":\"%s\"}".formatted(ana)).statusCode(422);
    }

    @Test
    void whatTheRosterTellsAfterwardsIsNotTakenIn() {
        erase();
        String other = id("B");

        tellBadge(ana, badge, 2);
        tellBadge(id("ben"), other, 1);
        await().atMost(PATIENCE)
                .until(() -> owner.withHandle(
                                handle -> handle.createQuery("SELECT count(*) FROM badge_claim WHERE badge = ?")
                                        .bind(0, other)
                                        .mapTo(Long.class)
                                        .one())
                        == 1);
        topics.send(Topics.ENROLMENTS, new EnrolmentsChanged(id("ev"), ana, List.of(), List.of(), List.of(), 3, NOW));

        assertThat(count("SELECT count(*) FROM badge_claim WHERE student_id = ?"))
                .isZero();
    }
}
