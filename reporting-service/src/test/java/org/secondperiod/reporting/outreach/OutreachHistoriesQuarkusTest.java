package org.secondperiod.reporting.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/**
 * Any mornings, in any order and in any pieces: what is kept up batch by batch is what comes out when all is added up again, and what
 * each call task comes to when it is looked at by itself.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class OutreachHistoriesQuarkusTest {

    private static final String DAYS = """
            SELECT concat_ws(' ', school_id, school_day, caller, to_call, due_30, covered_30, due_60, covered_60, due_120, covered_120,
                attempts, bad_numbers, called, reached, successful, may_return, returned, return_minutes, periods_saved, promised,
                promises_kept, reached_before, same_caller, next_day_known, next_day_absent)
            FROM outreach_day WHERE school_id = ANY(:schools) AND school_day BETWEEN '2026-10-13' AND '2026-10-15'""";

    private static final String REASONS = """
            SELECT concat_ws(' ', school_id, school_day, kind, value, source, CASE WHEN excused THEN 'true' ELSE 'false' END, reason,
                students)
            FROM reason_day WHERE school_id = ANY(:schools) AND school_day BETWEEN '2026-10-13' AND '2026-10-15'
                AND kind IN ('SCHOOL', 'GRADE')""";

    private static final String DRAWS = """
            SELECT concat_ws(' ', school_id, school_day, draws, drawn, halves, early_called, early_came, late_called, late_came, squares,
                products)
            FROM draw_day WHERE school_id = ANY(:schools)""";

    private final Jdbi owner = TestDatabase.asOwner();

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer attendance;

    @Inject
    OutreachConsumer outreach;

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void batchByBatchIsAllAtOnceIsOneByOne(int seed) throws IOException {
        clock.set(Instant.parse("2026-10-16T22:00:00Z"));
        Random random = new Random(seed);
        AnyCalls told = new AnyCalls(random);
        AsSystem.run(() -> jdbi.useTransaction(tx -> attendance.handle(tx, told.attendance())));
        awaitAddedUp();

        tellInPieces(told.shuffled(), random);

        CallsOneByOne byHand = new CallsOneByOne(told);
        compare(told, byHand, "kept up");
        owner.useTransaction(handle -> {
            for (String table : List.of("outreach_day", "reason_day", "draw_day")) {
                handle.execute("DELETE FROM " + table);
            }
            handle.execute("INSERT INTO outreach_due SELECT school_id, school_day FROM call_task"
                    + " UNION SELECT school_id, school_day FROM mark UNION SELECT school_id, school_day FROM whereabouts"
                    + " ON CONFLICT DO NOTHING");
        });
        awaitAddedUp();
        compare(told, byHand, "added up again");
    }

    private void compare(AnyCalls told, CallsOneByOne byHand, String how) throws IOException {
        assertThat(lines(DAYS, told)).as("days of calls, " + how).containsExactlyInAnyOrderElementsOf(byHand.days());
        assertThat(lines(REASONS, told)).as("reasons, " + how).containsExactlyInAnyOrderElementsOf(byHand.reasons());
        assertThat(lines(DRAWS, told)).as("draws, " + how).containsExactlyInAnyOrderElementsOf(byHand.draws());
        assertThat(unlikeByOtherSql(told)).as("by other SQL, " + how).isEmpty();
    }

    /** What {@code ./sp reports rebuild --check} finds at these schools, counting by SQL that shares no code with the service. */
    private List<String> unlikeByOtherSql(AnyCalls told) throws IOException {
        String sql = Files.readString(
                Path.of("..", "deploy", "local", "src", "main", "resources", "oracle", "outreach.sql"));
        List<String> unlike = owner.inTransaction(handle -> {
            handle.execute(
                    "SELECT set_config('oracle.first', '2026-08-01', true), set_config('oracle.as_of', '2026-10-16', true)");
            return handle.createQuery(sql).mapTo(String.class).list();
        });
        return unlike.stream()
                .filter(line -> told.schools().contains(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    private List<String> lines(String sql, AnyCalls told) {
        return owner.withHandle(handle -> handle.createQuery(sql)
                .bindArray("schools", String.class, told.schools())
                .mapTo(String.class)
                .list());
    }

    private void tellInPieces(List<Received> records, Random random) {
        List<Received> left = new ArrayList<>(records);
        while (!left.isEmpty()) {
            List<Received> batch = List.copyOf(left.subList(0, Math.min(left.size(), 1 + random.nextInt(30))));
            for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
                AsSystem.run(() -> jdbi.useTransaction(tx -> outreach.handle(tx, batch)));
            }
            left.subList(0, batch.size()).clear();
        }
        awaitAddedUp();
    }

    private void awaitAddedUp() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> owner.withHandle(handle -> handle.createQuery(
                                        "SELECT (SELECT count(*) FROM outreach_due) + (SELECT count(*) FROM refresh)")
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }
}
