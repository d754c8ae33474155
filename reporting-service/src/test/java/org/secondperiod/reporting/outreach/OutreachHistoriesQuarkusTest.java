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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.events.Topics;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.BatchHandler;
import org.secondperiod.kit.delivery.Faults;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.outreach.kafka.OutreachConsumer;

/**
 * Any mornings, attendance and calls in any order and in any pieces: what is kept up batch by batch is what comes out when all is added up again, and what
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
                students, half_days)
            FROM reason_day WHERE school_id = ANY(:schools) AND school_day BETWEEN '2026-10-13' AND '2026-10-15'
                AND kind IN ('SCHOOL', 'GRADE')""";

    private static final String DRAWS = """
            SELECT concat_ws(' ', school_id, school_day, draws, drawn, halves, early_called, early_came, late_called, late_came, squares,
                products)
            FROM draw_day WHERE school_id = ANY(:schools)""";

    /** A table, and the same by when it was learned. @param is what is selected from for what is known now */
    private record Kept(String is, String learned, String keys, List<String> numbers) {

        static Kept of(String table, String keys, String... numbers) {
            return new Kept(table, table + "_learned", keys, List.of(numbers));
        }

        String now() {
            return sql(is, "true");
        }

        String then(LocalDate day) {
            return sql(learned, "learned_on <= '%s'".formatted(day));
        }

        /** Each key once, where any number of it is not 0. */
        private String sql(String from, String when) {
            String sums =
                    numbers.stream().map(number -> "sum(%s)".formatted(number)).collect(Collectors.joining(", "));
            String any = numbers.stream()
                    .map(number -> "sum(%s) <> 0".formatted(number))
                    .collect(Collectors.joining(" OR "));
            return """
                    SELECT concat_ws(' ', '%1$s', %2$s, %3$s) FROM %4$s WHERE school_id = ANY(:schools) AND %5$s
                    GROUP BY %2$s HAVING %6$s ORDER BY 1""".formatted(learned, keys, sums, from, when, any);
        }
    }

    private static final List<Kept> KEPT = List.of(
            Kept.of(
                    "outreach_day",
                    "school_id, school_day, caller",
                    "to_call",
                    "due_30",
                    "covered_30",
                    "due_60",
                    "covered_60",
                    "due_120",
                    "covered_120",
                    "attempts",
                    "bad_numbers",
                    "called",
                    "reached",
                    "successful",
                    "may_return",
                    "returned",
                    "return_minutes",
                    "periods_saved",
                    "promised",
                    "promises_kept",
                    "reached_before",
                    "same_caller",
                    "next_day_known",
                    "next_day_absent",
                    "in_building",
                    "held_for_door",
                    "held_for_class"),
            Kept.of(
                    "reason_day",
                    "school_id, school_day, kind, value, source, excused, reason",
                    "students",
                    "half_days"),
            Kept.of(
                    "draw_day",
                    "school_id, school_day",
                    "draws",
                    "drawn",
                    "halves",
                    "early_called",
                    "early_minutes",
                    "early_came",
                    "late_called",
                    "late_minutes",
                    "late_came",
                    "squares",
                    "products",
                    "halves_squared"),
            new Kept(
                    "(SELECT *, called_by AS caller, in_error AS cause, 1 AS calls FROM call"
                            + " WHERE in_error IS NOT NULL AND NOT undone) AS errors",
                    "call_error_learned",
                    "school_id, school_day, caller, cause",
                    List.of("calls")),
            new Kept(
                    "(SELECT *, 1 AS marks FROM mark WHERE kind = 'UNKNOWN' AND NOT withdrawn) AS unmapped",
                    "unmapped_day_learned",
                    "school_id, school_day",
                    List.of("marks")));

    private static final List<LocalDate> LEARNING =
            List.of(LocalDate.of(2026, 10, 16), LocalDate.of(2026, 10, 19), LocalDate.of(2026, 10, 20));

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
        empty();
        Random random = new Random(seed);
        AnyCalls told = new AnyCalls(random);
        tell(told.rosters());
        awaitAddedUp();

        tellInPieces(told.mixed(), random);

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

    /** What is told on three days: as it was known on each is what was kept at its end. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void asItWasKnownIsWhatWasKeptThen(int seed) {
        empty();
        Random random = new Random(seed);
        AnyCalls told = new AnyCalls(random);
        List<Received> records = new ArrayList<>(told.shuffled());
        Map<LocalDate, List<String>> kept = new TreeMap<>();
        clock.set(LEARNING.getFirst().atTime(22, 0).toInstant(ZoneOffset.UTC));
        tell(told.rosters());
        tell(told.attendance());
        awaitAddedUp();
        for (LocalDate day : LEARNING) {
            clock.set(day.atTime(22, 0).toInstant(ZoneOffset.UTC));
            int most = day.equals(LEARNING.getLast()) ? records.size() : records.size() / 2;
            tellInPieces(List.copyOf(records.subList(0, most)), random);
            records.subList(0, most).clear();
            kept.put(day, now(told));
        }

        for (LocalDate day : LEARNING) {
            assertThat(then(told, day)).as("as known on %s", day).isEqualTo(kept.get(day));
        }
        assertThat(kept.get(LEARNING.getFirst())).isNotEmpty().isNotEqualTo(kept.get(LEARNING.getLast()));
    }

    private List<String> now(AnyCalls told) {
        List<String> rows = new ArrayList<>();
        for (Kept table : KEPT) {
            rows.addAll(lines(table.now(), told));
        }
        return rows;
    }

    private List<String> then(AnyCalls told, LocalDate day) {
        List<String> rows = new ArrayList<>();
        for (Kept table : KEPT) {
            rows.addAll(lines(table.then(day), told));
        }
        return rows;
    }

    private void compare(AnyCalls told, CallsOneByOne byHand, String how) throws IOException {
        assertThat(lines(DAYS, told)).as("days of calls, " + how).containsExactlyInAnyOrderElementsOf(byHand.days());
        assertThat(lines(REASONS, told)).as("reasons, " + how).containsExactlyInAnyOrderElementsOf(byHand.reasons());
        assertThat(lines(DRAWS, told)).as("draws, " + how).containsExactlyInAnyOrderElementsOf(byHand.draws());
        assertThat(unlikeByOtherSql(told)).as("by other SQL, " + how).isEmpty();
    }

    private static String oracle(String script) throws IOException {
        return Files.readString(Path.of("..", "deploy", "local", "src", "main", "resources", "oracle", script));
    }

    /** What {@code ./sp reports rebuild --check} finds at these schools, counting by SQL that shares no code with the service. */
    private List<String> unlikeByOtherSql(AnyCalls told) throws IOException {
        String days = oracle("chronic-absence.sql");
        String calls = oracle("outreach.sql");
        String reasons = days.substring(0, days.indexOf("), at_school AS (")) + oracle("reasons.sql");
        List<String> unlike = owner.inTransaction(handle -> {
            handle.execute("""
                    SELECT set_config('oracle.first', '2026-08-01', true), set_config('oracle.last', '2027-07-31', true),
                        set_config('oracle.today', '2026-10-16', true), set_config('oracle.as_of', '2026-10-16', true),
                        set_config('oracle.minimum', '10', true), set_config('oracle.half', 'HALF', true)""");
            List<String> found = new ArrayList<>();
            for (String sql : List.of(calls, reasons)) {
                found.addAll(handle.createQuery(sql).mapTo(String.class).list());
            }
            return found;
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
                tell(batch);
            }
            left.subList(0, batch.size()).clear();
        }
        awaitAddedUp();
    }

    /** Each consumer's part, one after the other. */
    private void tell(List<Received> batch) {
        List<Received> calls =
                batch.stream().filter(OutreachHistoriesQuarkusTest::isOfCalls).toList();
        List<Received> others =
                batch.stream().filter(record -> !isOfCalls(record)).toList();
        tell(outreach, calls);
        tell(attendance, others);
    }

    private static boolean isOfCalls(Received record) {
        return record.isOf(Topics.CALLS) || record.isOf(Topics.CALL_TASKS) || record.isOf(Topics.WHEREABOUTS);
    }

    /** As the consumer's loop does: where a sweep has other rows first, the batch is rolled back and told again. */
    private void tell(BatchHandler consumer, List<Received> batch) {
        for (boolean told = batch.isEmpty(); !told; ) {
            try {
                AsSystem.run(() -> jdbi.useTransaction(tx -> consumer.handle(tx, batch)));
                told = true;
            } catch (JdbiException e) {
                if (!Faults.isInfrastructure(e)) {
                    throw e;
                }
            }
        }
    }

    /** The school that goes by half of its periods is the same in every history. */
    private void empty() {
        awaitAddedUp();
        owner.useHandle(handle -> handle.execute("""
                TRUNCATE mark, submission, known_absence, school, school_hours, school_year, school_year_learned, roster_version,
                    enrolment, student_year, student_year_before, standing, tally, tally_month, tally_learned, tally_erased,
                    movement, movement_learned, refresh, call, call_task, whereabouts, outreach_day, reason_day, draw_day,
                    outreach_day_learned, reason_day_learned, draw_day_learned, call_error_learned, unmapped_day_learned,
                    outreach_due, outreach_erased"""));
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
