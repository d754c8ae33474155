package org.secondperiod.reporting.years;

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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondperiod.kit.database.AsSystem;
import org.secondperiod.kit.delivery.Faults;
import org.secondperiod.kit.delivery.Received;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.testing.StackTestResource;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.reporting.chronicabsence.GroupBy;
import org.secondperiod.reporting.intake.kafka.ReportingConsumer;
import org.secondperiod.reporting.movement.AnyDatesService;
import org.secondperiod.reporting.movement.AnyDatesService.Between;
import org.secondperiod.reporting.tallies.MovesBetween;

/**
 * Any history, in any order and in any pieces: what was kept up step by step is what the same facts give when all is counted anew,
 * and what an independent SQL makes of them, as of any date.
 */
@QuarkusTest
@QuarkusTestResource(StackTestResource.class)
class HistoriesQuarkusTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 10, 14);
    private static final Instant NOW = Instant.parse("2026-10-14T16:00:00Z");
    private static final LocalDate AUGUST_31 = LocalDate.of(2026, 8, 31);
    private static final LocalDate SEPTEMBER_30 = LocalDate.of(2026, 9, 30);
    private static final List<LocalDate> DATES =
            List.of(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 9, 23), LocalDate.of(2026, 10, 7), TODAY);
    private static final String SNAPSHOT = """
            SELECT concat_ws(' ', kind, school_id, value, day, enrolled, counted, absent, left_out, satisfactory, at_risk, chronic,
                severe) FROM %s
            WHERE (enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe) <> (0, 0, 0, 0, 0, 0, 0, 0)
            ORDER BY 1""";

    private static final String LEARNED = """
            (SELECT kind, school_id, value, day, sum(enrolled) AS enrolled, sum(counted) AS counted, sum(absent) AS absent,
                sum(left_out) AS left_out, sum(satisfactory) AS satisfactory, sum(at_risk) AS at_risk, sum(chronic) AS chronic,
                sum(severe) AS severe FROM tally_learned WHERE learned_on <= '%s' GROUP BY kind, school_id, value, day) AS learned""";

    private static final String MOVED = """
            (SELECT kind, school_id, value, month, was, now_is, students FROM movement
             UNION ALL
             SELECT kind, school_id, value, month, was, now_is, -students FROM movement_learned WHERE learned_on > '%s') AS moved""";

    private static final String SCHOOL_YEARS =
            "SELECT concat_ws(' ', school_id, year, calendar, '/', submitted) FROM school_year"
                    + " WHERE calendar <> '' OR submitted <> '' ORDER BY 1";

    private static final String SCHOOL_YEARS_THEN = """
            SELECT concat_ws(' ', school_id, year, calendar, '/', submitted) FROM (
                SELECT DISTINCT ON (school_id, year) * FROM school_year_learned WHERE learned_on <= '%s'
                ORDER BY school_id, year, learned_on DESC) AS then_known
            WHERE calendar <> '' OR submitted <> '' ORDER BY 1""";

    private static final String STUDENTS_THEN = """
            (SELECT school_id, student_id, coalesce(b.marks, y.marks) AS marks, coalesce(b.enrolled, y.enrolled) AS enrolled,
                CASE WHEN b.learned_on IS NULL THEN y.grade ELSE b.grade END AS grade,
                CASE WHEN b.learned_on IS NULL THEN y.homeroom ELSE b.homeroom END AS homeroom
             FROM student_year y LEFT JOIN (
                SELECT DISTINCT ON (year, school_id, student_id) * FROM student_year_before WHERE learned_on > '%s'
                ORDER BY year, school_id, student_id, learned_on) AS b USING (year, school_id, student_id)) AS students""";

    /** Days on which something is learned, before and after the end of a month. */
    private static final List<LocalDate> LEARNING =
            List.of(LocalDate.of(2026, 9, 29), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 13), TODAY);

    private final Jdbi owner = TestDatabase.asOwner();

    @Inject
    Jdbi jdbi;

    @Inject
    ReportingConsumer consumer;

    @Inject
    RefreshSweep sweep;

    @Inject
    AnyDatesService anyDates;

    @Inject
    PolicyService policy;

    @Inject
    TestClock clock;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void stepByStepIsAllAtOnceIsSql(int seed) throws IOException {
        clock.set(NOW);
        empty();
        Random random = new Random(seed);
        AnyHistory history = new AnyHistory(random, "-" + seed);

        tellInPieces(history.records(), random);

        assertThat(texts("SELECT concat_ws(' ', student_id, school_id, school_day, period, event_id) FROM mark"
                        + " ORDER BY student_id, school_id, school_day, period COLLATE \"C\""))
                .as("the latest of each mark")
                .containsExactlyInAnyOrderElementsOf(history.winners());
        List<String> kept = snapshot("tally");
        List<String> months = snapshot("tally_month");
        List<String> standings = standings();
        for (LocalDate asOf : DATES) {
            assertThat(asKept(asOf)).as("as of %s, kept up and by SQL", asOf).isEqualTo(bySql(asOf));
        }
        assertThat(goesOn("chronic-absence-daily.sql"))
                .as("what each day added, kept up and by SQL")
                .isEmpty();
        awaitAddedUp();
        assertThat(goesOn("reasons.sql"))
                .as("absences by reason, kept up and by SQL")
                .isEmpty();
        assertThat(texts(script("movement-unlike.sql"))).as("movement").isEmpty();
        assertThat(texts(script("movement-learned-unlike.sql")))
                .as("movement, by when it was learned")
                .isEmpty();
        List<String> moves = moves();
        for (int to = 1; to < DATES.size(); to++) {
            for (LocalDate from : DATES.subList(0, to)) {
                assertThat(counted(from, DATES.get(to), null))
                        .as("moves from %s to %s, counted and by SQL", from, DATES.get(to))
                        .containsExactlyInAnyOrderElementsOf(movesBySql(from, DATES.get(to)));
            }
        }
        assertThat(counted(AUGUST_31, SEPTEMBER_30, null))
                .as("moves of a month, counted and kept up")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(movesOf(SEPTEMBER_30));
        assertThat(snapshot(LEARNED.formatted(TODAY)))
                .as("days, by when they were learned")
                .isEqualTo(kept);
        countAnew();
        assertThat(snapshot("tally")).as("days, kept up and counted anew").isEqualTo(kept);
        assertThat(snapshot("tally_month"))
                .as("months, kept up and counted anew")
                .isEqualTo(months);
        assertThat(moves()).as("moves").isEqualTo(moves);
        assertThat(standings()).as("standings").isEqualTo(standings);
        assertThat(kept).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void asItWasKnownIsWhatWasKeptThen(int seed) throws IOException {
        empty();
        Random random = new Random(seed);
        List<Received> records = new ArrayList<>(new AnyHistory(random, "-then-" + seed).records());
        Collections.shuffle(records, random);
        Map<LocalDate, List<String>> days = new TreeMap<>();
        Map<LocalDate, List<String>> moves = new TreeMap<>();
        Map<LocalDate, List<String>> schoolYears = new TreeMap<>();
        Map<LocalDate, List<String>> students = new TreeMap<>();
        Map<LocalDate, List<String>> ofSeptember = new TreeMap<>();
        for (LocalDate day : LEARNING) {
            clock.set(day.atTime(16, 0).toInstant(ZoneOffset.UTC));
            int most = day.equals(LEARNING.getLast()) ? records.size() : records.size() / 2;
            tellInPieces(List.copyOf(records.subList(0, most)), random);
            records.subList(0, most).clear();
            days.put(day, snapshot("tally"));
            moves.put(day, movesOfMonthsBegun("movement", day));
            schoolYears.put(day, texts(SCHOOL_YEARS));
            students.put(day, students("student_year", day));
            ofSeptember.put(day, movesOf(SEPTEMBER_30));
        }

        for (LocalDate day : LEARNING) {
            assertThat(snapshot(LEARNED.formatted(day)))
                    .as("days, as known on %s", day)
                    .isEqualTo(days.get(day));
            assertThat(movesOfMonthsBegun(MOVED.formatted(day), day))
                    .as("moves, as known on %s", day)
                    .isEqualTo(moves.get(day));
            assertThat(texts(SCHOOL_YEARS_THEN.formatted(day)))
                    .as("school years, as known on %s", day)
                    .isEqualTo(schoolYears.get(day));
            assertThat(students(STUDENTS_THEN.formatted(day), day))
                    .as("students' years, as known on %s", day)
                    .isEqualTo(students.get(day));
            assertThat(withoutGroups(counted(AUGUST_31, SEPTEMBER_30, day)))
                    .as("moves of September, counted as known on %s, and kept up then", day)
                    .isNotEmpty()
                    .containsExactlyInAnyOrderElementsOf(withoutGroups(ofSeptember.get(day)));
        }
        assertThat(texts(script("movement-learned-unlike.sql")))
                .as("movement and tallies, as known at the end of a month")
                .isEmpty();
        assertThat(days.get(LEARNING.getFirst())).isNotEmpty().isNotEqualTo(days.get(LEARNING.getLast()));
        assertThat(moves.get(LEARNING.getFirst())).isNotEmpty().isNotEqualTo(moves.get(LEARNING.getLast()));
    }

    private void empty() {
        awaitAddedUp();
        owner.useHandle(handle -> handle.execute("""
                TRUNCATE mark, submission, known_absence, school, school_year, school_year_learned, roster_version, enrolment,
                    student_year, student_year_before, standing, tally, tally_month, tally_learned, tally_erased, movement,
                    movement_learned, refresh, call, call_task, whereabouts, outreach_day, reason_day, draw_day,
                    outreach_day_learned, reason_day_learned, draw_day_learned, unmapped_day_learned, outreach_due,
                    outreach_erased"""));
    }

    /** Absences by reason too. */
    private void awaitAddedUp() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outreach_due")
                                .mapTo(Integer.class)
                                .one())
                        == 0);
    }

    /** As the consumer's loop does: where the background refresh has other rows first, the batch is rolled back and told again. */
    private void tell(List<Received> batch) {
        for (boolean told = false; !told; ) {
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

    /** In batches of any size, some of them twice, with refreshes in between or not. */
    private void tellInPieces(List<Received> records, Random random) {
        List<Received> left = new ArrayList<>(records);
        Collections.shuffle(left, random);
        while (!left.isEmpty()) {
            List<Received> batch = List.copyOf(left.subList(0, Math.min(left.size(), 1 + random.nextInt(40))));
            for (int times = random.nextInt(5) == 0 ? 2 : 1; times > 0; times--) {
                tell(batch);
            }
            left.subList(0, batch.size()).clear();
            if (random.nextBoolean()) {
                sweep.run();
            }
        }
        awaitRefreshed();
    }

    private void countAnew() {
        owner.useTransaction(handle -> {
            handle.execute("DELETE FROM tally");
            handle.execute("DELETE FROM tally_month");
            handle.execute("DELETE FROM movement");
            handle.execute(
                    "UPDATE student_year SET marks = '', days = '', first_day = NULL, grade = NULL, homeroom = NULL,"
                            + " groups = '[]'");
            handle.execute(
                    "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year");
        });
        awaitRefreshed();
    }

    private void awaitRefreshed() {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            sweep.run();
            return owner.withHandle(handle -> handle.createQuery("SELECT count(*) FROM refresh")
                            .mapTo(Integer.class)
                            .one())
                    == 0;
        });
    }

    private List<String> snapshot(String table) {
        return texts(SNAPSHOT.formatted(table));
    }

    private List<String> moves() {
        return texts("SELECT concat_ws(' ', kind, school_id, value, month, was, now_is, students) FROM movement"
                + " WHERE students <> 0 ORDER BY 1");
    }

    /** What the watch list reads: marks up to the day itself. Without students of whom nothing is known. */
    private List<String> students(String table, LocalDate day) {
        return texts("""
                SELECT concat_ws(' ', school_id, student_id, rtrim(left(marks, DATE '%2$s' - DATE '2026-08-01' + 1), '.'), '/', enrolled,
                    '/', grade, homeroom) FROM %1$s
                WHERE enrolled <> '' ORDER BY 1""".formatted(table, day));
    }

    private List<String> movesOfMonthsBegun(String table, LocalDate day) {
        return texts("""
                SELECT concat_ws(' ', kind, school_id, value, month, was, now_is, sum(students)) FROM %s
                WHERE date_trunc('month', month) <= DATE '%s'
                GROUP BY kind, school_id, value, month, was, now_is HAVING sum(students) <> 0 ORDER BY 1""".formatted(table, day));
    }

    private List<String> movesOf(LocalDate month) {
        return texts("SELECT concat_ws(' ', kind, school_id, value, was, now_is, students) FROM movement"
                + " WHERE students <> 0 AND month = '%s'".formatted(month));
    }

    private List<String> movesBySql(LocalDate from, LocalDate to) throws IOException {
        String counted = script("chronic-absence.sql");
        String moved = Files.readString(Path.of("src", "test", "resources", "movement-between.sql"));
        return ask(
                counted.substring(0, counted.indexOf("), at_school AS (")) + moved.replace("${from}", from.toString()),
                to);
    }

    /** Of the district and its grades and groups, and of each school, grade, homeroom and group. */
    private Collection<String> counted(LocalDate from, LocalDate to, @Nullable LocalDate knownOn) {
        Schools each = Schools.of(texts("SELECT DISTINCT school_id FROM student_year"));
        Between between = new Between(policy.policy().yearOf(to), from, to, knownOn);
        Set<String> lines = new TreeSet<>();
        for (Schools of : List.of(Schools.ALL, each)) {
            for (GroupBy by : GroupBy.values()) {
                List<MovesBetween.Row> rows =
                        AsSystem.get(() -> jdbi.inTransaction(tx -> anyDates.moves(tx, of, between, by, NOW)));
                rows.forEach(row -> lines.add("%s %s %s %s %s %d"
                        .formatted(
                                row.scope().kind(),
                                row.scope().schoolId(),
                                row.scope().value(),
                                row.from(),
                                row.to(),
                                row.students())));
            }
        }
        return lines;
    }

    /** As it was known, groups are those of rosters that had been recorded by then, whenever they were told here. */
    private static List<String> withoutGroups(Collection<String> moves) {
        return moves.stream().filter(line -> !line.startsWith("GROUP ")).toList();
    }

    private List<String> standings() {
        return texts(
                "SELECT concat_ws(' ', student_id, enrolled_halves, absent_halves, band, left_halves, can_end_below, run,"
                        + " last_twenty) FROM standing ORDER BY 1");
    }

    private List<String> texts(String sql) {
        return owner.withHandle(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    private List<String> asKept(LocalDate asOf) throws IOException {
        return lines("chronic-absence-kept.sql", asOf);
    }

    private List<String> bySql(LocalDate asOf) throws IOException {
        return lines("chronic-absence.sql", asOf);
    }

    /** A script that goes on where chronic-absence.sql has the days of each student. */
    private List<String> goesOn(String script) throws IOException {
        String counted = script("chronic-absence.sql");
        return ask(counted.substring(0, counted.indexOf("), at_school AS (")) + script(script), TODAY);
    }

    private static String script(String name) throws IOException {
        return Files.readString(Path.of("..", "deploy", "local", "src", "main", "resources", "oracle", name));
    }

    /** What {@code ./sp reports rebuild --check} compares. */
    private List<String> lines(String script, LocalDate asOf) throws IOException {
        return ask(script(script), asOf);
    }

    private List<String> ask(String sql, LocalDate asOf) {
        return owner.inTransaction(handle -> {
            handle.execute("""
                    SELECT set_config('oracle.first', '2026-08-01', true), set_config('oracle.last', '2027-07-31', true),
                        set_config('oracle.today', ?, true), set_config('oracle.as_of', ?, true),
                        set_config('oracle.minimum', '10', true), set_config('oracle.half', 'HALF', true)""", TODAY.toString(), asOf.toString());
            return handle.createQuery(sql).mapTo(String.class).list();
        });
    }
}
