package org.secondperiod.outreach.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.events.CallTaskChanged;
import org.secondperiod.events.Topics;
import org.secondperiod.events.WhereaboutsChanged;
import org.secondperiod.kit.testing.TestClock;
import org.secondperiod.kit.testing.TestDatabase;
import org.secondperiod.kit.testing.TestTopics;

/** Looks at what the service concluded. */
@Singleton
public class Concluded {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Jdbi jdbi = TestDatabase.asOwner();

    @Inject
    TestTopics topics;

    @Inject
    TestClock clock;

    /** The state, and the reason behind a colon where it is held, such as {@code HELD:SEEN_ELSEWHERE}; none before any. */
    public Optional<String> state(String student, String school, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT state || CASE WHEN state = 'HELD' THEN ':' || reason ELSE '' END FROM whereabouts
                        WHERE student_id = :student AND school_id = :school AND school_day = :day AND state IS NOT NULL
                        """)
                .bind("student", student)
                .bind("school", school)
                .bind("day", day)
                .mapTo(String.class)
                .findOne());
    }

    public void awaitState(String student, String school, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(state(student, school, Told.DAY)).contains(state));
    }

    /** A task's columns; empty where there is none. */
    public Optional<Map<String, Object>> task(String student, String school) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM call_task WHERE student_id = :student AND school_id = :school AND school_day = :day
                        """)
                .bind("student", student)
                .bind("school", school)
                .bind("day", Told.DAY)
                .mapToMap()
                .findOne());
    }

    public void awaitTask(String student, String school, String state) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(task(student, school).map(task -> task.get("state")))
                        .contains(state));
    }

    /** All changes of whereabouts that were told of a student, in order. */
    public List<WhereaboutsChanged> told(String student) {
        return topics.readAll(Topics.WHEREABOUTS).stream()
                .filter(event -> event.studentId().equals(student))
                .toList();
    }

    /** All steps of tasks that were told of a student, in order. */
    public List<CallTaskChanged> toldTasks(String student) {
        return topics.readAll(Topics.CALL_TASKS).stream()
                .filter(event -> event.studentId().equals(student))
                .toList();
    }

    /**
     * Waits until every record so far is taken in, nothing is due and nothing waits to be told; whoever is to be looked at again
     * must be queued for it.
     */
    public void awaitQuiet() {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(behind()).isZero();
            assertThat(due()).isZero();
            assertThat(count("SELECT count(*) FROM outbox")).isZero();
        });
        assertThat(count(FORGOTTEN)).as("to be looked at again, and not queued").isZero();
    }

    private static final String FORGOTTEN = """
            SELECT count(*) FROM whereabouts w WHERE w.look_again_at IS NOT NULL AND NOT EXISTS (SELECT FROM look_again q
                WHERE q.student_id = w.student_id AND q.school_id = w.school_id AND q.school_day = w.school_day
                    AND q.at <= w.look_again_at)
            """;

    private long behind() {
        return topics.readAll("attendance.marks.v1").size()
                + topics.readAll("building.scans.v1").size()
                - count("SELECT coalesce(sum(next_offset), 0) FROM consumer_offset"
                        + " WHERE topic IN ('attendance.marks.v1', 'building.scans.v1')");
    }

    private long due() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM look_again WHERE at <= :now")
                .bind("now", clock.instant())
                .mapTo(Long.class)
                .one());
    }

    public long count(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }
}
