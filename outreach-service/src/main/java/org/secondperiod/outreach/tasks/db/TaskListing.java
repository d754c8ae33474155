package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.requests.Cursor;
import org.secondperiod.outreach.dialling.PermittedHours;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.facts.db.StoredJson;
import org.secondperiod.outreach.priority.Ranked;
import org.secondperiod.outreach.priority.db.RankStore;
import org.secondperiod.outreach.tasks.Queue;
import org.secondperiod.outreach.tasks.StepView;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.Grounds;
import org.secondperiod.outreach.whereabouts.State;
import org.secondperiod.outreach.whereabouts.ToldEvidence;

/** Call tasks to be read, and to be handed out. */
@ApplicationScoped
public class TaskListing {

    /**
     * With the keys of the order in which families are called: safety before all; then what was shared out to the caller, and to
     * another caller last; the band; whom the caller reached last; of equals as the draw says, where there is one, else who has waited longest since anybody
     * reached them.
     */
    private static final String SELECT = """
            SELECT t.*, coalesce(r.band, 4) AS band, coalesce(r.why, '') AS band_why, r.reason AS band_reason,
                a.caller AS assigned_to, w.state AS concluded, w.explanation, w.left_at, w.reason AS concluded_reason,
                w.scan_at AS concluded_scan_at, w.cut_off AS concluded_cut_off, w.evidence,
                CASE WHEN t.state IN ('ARRIVED', 'WITHDRAWN', 'DONE', 'EXPIRED') THEN 1 ELSE 0 END AS k_over,
                CASE WHEN coalesce(r.band, 4) = 1 THEN 0 ELSE 1 END AS k_safety,
                CASE WHEN a.caller IS NULL THEN 1 WHEN a.caller = :caller THEN 0 ELSE 2 END AS k_share,
                CASE WHEN last.called_by = :caller THEN 0 ELSE 1 END AS k_known,
                CASE WHEN :drawn THEN md5(:seed || t.task_id) ELSE '' END COLLATE "C" AS k_drawn,
                coalesce(CAST(extract(epoch FROM last.started_at) * 1000 AS bigint), -1) AS k_reached,
                CAST(extract(epoch FROM t.opened_at) * 1000 AS bigint) AS k_opened
            FROM call_task t JOIN whereabouts w
                ON w.school_id = t.school_id AND w.school_day = t.school_day AND w.student_id = t.student_id
            LEFT JOIN call_task_rank r ON r.task_id = t.task_id
            LEFT JOIN call_task_assignment a ON a.task_id = t.task_id
            LEFT JOIN LATERAL (
                SELECT c.called_by, c.started_at FROM call_attempt c
                WHERE c.student_id = t.student_id AND c.undone_at IS NULL
                    AND c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')
                ORDER BY c.started_at DESC LIMIT 1) AS last ON true
            """;

    private static final String KEYS =
            "k_over, k_safety, k_share, band, k_known, k_drawn, k_reached, k_opened, task_id";

    private static final String IN_SCOPE = "(:all OR t.school_id = ANY (:schools))";

    /** A task with the conclusion it stands on. */
    public record Listed(
            StoredTask task,
            Grounds grounds,
            String explanation,
            Ranked ranked,
            @Nullable String assignedTo,
            After place) {}

    /**
     * A place in the order: those that are not over first, in the order in which families are called.
     *
     * @param keys the numbers and texts by which rows are compared
     */
    public record After(List<String> keys) {

        private static final Set<Integer> TEXTS = Set.of(5, 8);

        public static final int KEYS = 9;

        /** From what a client kept of it; what is none is a problem (422). */
        public static After of(List<String> keys) {
            for (int i = 0; i < KEYS; i++) {
                if (!TEXTS.contains(i)) {
                    Cursor.number(keys.get(i));
                }
            }
            return new After(keys);
        }

        /** Before all. */
        public static final After NOTHING = new After(List.of("0", "-1", "0", "0", "0", "", "-1", "-1", ""));
    }

    /**
     * Which of a day's tasks.
     *
     * @param states all if there are none
     * @param uncalled only those whom nobody has called yet
     * @param unreached only those of whom nobody has been reached, called or not
     */
    public record Which(List<String> states, boolean uncalled, boolean unreached) {}

    /** A page of a day's tasks: those that are not over first, in the order in which families are called. */
    public List<Listed> page(
            Handle handle, SchoolScope scope, Queue queue, SchoolDay day, Which which, After after, int limit) {
        var query = handle.createQuery("SELECT * FROM (" + SELECT + "WHERE " + IN_SCOPE + """
                 AND t.school_day = CAST(:day AS date) AND (:anyState OR t.state = ANY (:states))
                    AND (NOT :uncalled OR t.state IN ('OPEN', 'CLAIMED') AND NOT t.attempted)
                    AND (NOT :unreached OR t.state IN ('OPEN', 'CLAIMED', 'EXPIRED') AND t.household_reached_at IS NULL
                        AND NOT EXISTS (SELECT 1 FROM call_attempt c WHERE c.student_id = t.student_id
                            AND c.school_id = t.school_id AND c.school_day = t.school_day AND c.undone_at IS NULL
                            AND c.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')))) AS q
                WHERE (%s) > (CAST(:k0 AS bigint), CAST(:k1 AS bigint), CAST(:k2 AS bigint), CAST(:k3 AS bigint),
                    CAST(:k4 AS bigint),
                    :k5 COLLATE "C", CAST(:k6 AS bigint), CAST(:k7 AS bigint), :k8 COLLATE "C")
                ORDER BY %s LIMIT :limit
                """.formatted(KEYS, KEYS));
        Columns.bind(query, "schools", scope.schools());
        Columns.bind(query, "states", which.states());
        for (int i = 0; i < After.KEYS; i++) {
            query.bind("k" + i, after.keys().get(i));
        }
        return as(queue, query)
                .bind("all", scope.all())
                .bind("day", day.toString())
                .bind("anyState", which.states().isEmpty())
                .bind("uncalled", which.uncalled())
                .bind("unreached", which.unreached())
                .bind("limit", limit)
                .map((row, context) -> listed(row))
                .list();
    }

    /** One task. */
    public Optional<Listed> one(Handle handle, String taskId) {
        return as(Queue.NOBODYS, handle.createQuery(SELECT + "WHERE t.task_id = :id"))
                .bind("id", taskId)
                .map((row, context) -> listed(row))
                .findOne();
    }

    private static Query as(Queue queue, Query query) {
        return query.bind("caller", queue.caller())
                .bind("drawn", queue.seed() != null)
                .bind("seed", queue.seed() == null ? "" : queue.seed());
    }

    /** The tasks in this caller's hands at any school, even where the time has run out and nobody has seen to it yet. */
    public List<StoredTask> claimedBy(Handle handle, String caller) {
        return handle.createQuery("""
                        SELECT t.* FROM call_task t WHERE t.state = 'CLAIMED' AND t.claimed_by = :caller
                        ORDER BY t.lease_until, t.task_id
                        """)
                .bind("caller", caller)
                .map((row, context) -> TaskRows.task(row))
                .list();
    }

    /**
     * Tasks that wait for a caller at these schools, in the order in which families are called: those that may be handed out
     * ({@link org.secondperiod.outreach.tasks.Outlook#mayBeHandedOut}) at an hour at which their families may be called, of
     * whose household nobody else is on the phone, and whose language, after a language barrier, the caller speaks or nobody of the school.
     */
    public List<StoredTask> waiting(
            Handle handle, SchoolScope scope, Queue queue, PermittedHours hours, Instant now, int limit) {
        var query = handle.createQuery("SELECT * FROM (" + SELECT + "JOIN school s ON s.school_id = t.school_id WHERE "
                + IN_SCOPE + """
                 AND (t.state = 'OPEN' OR t.state = 'CLAIMED' AND t.lease_until <= CAST(:now AS timestamptz))
                 AND (t.call_again_at IS NULL OR t.call_again_at <= CAST(:now AS timestamptz))
                 AND (t.household_reached_at IS NULL OR t.call_again_agreed OR t.safety)
                 AND CAST(CAST(:now AS timestamptz) AT TIME ZONE (s.settings ->> 'zone') AS time) >= CAST(:from AS time)
                 AND CAST(CAST(:now AS timestamptz) AT TIME ZONE (s.settings ->> 'zone') AS time) < CAST(:until AS time)
                 AND NOT (t.attempted AND waits_for_a_speaker(t.task_id, t.school_id, :caller))
                 AND t.student_id NOT IN (
                    SELECT h.other_id FROM call_task o CROSS JOIN LATERAL household_of(o.student_id) AS h(other_id)
                    WHERE o.state = 'CLAIMED' AND o.claimed_by <> :caller AND o.lease_until > CAST(:now AS timestamptz))) AS q
                ORDER BY %s LIMIT :limit
                """.formatted(KEYS));
        Columns.bind(query, "schools", scope.schools());
        return as(queue, query)
                .bind("all", scope.all())
                .bind("now", now.toString())
                .bind("from", hours.from().toString())
                .bind("until", hours.until().toString())
                .bind("limit", limit)
                .map((row, context) -> TaskRows.task(row))
                .list();
    }

    /** A task's life. */
    public List<StepView> steps(Handle handle, String taskId) {
        return handle.createQuery("SELECT * FROM call_task_step WHERE task_id = :id ORDER BY version")
                .bind("id", taskId)
                .map((row, context) -> new StepView(
                        row.getLong("version"),
                        Objects.requireNonNull(TaskRows.instant(row, "at")),
                        row.getString("what"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("by_whom")))
                .list();
    }

    private static Listed listed(ResultSet row) throws SQLException {
        return new Listed(
                TaskRows.task(row),
                grounds(row),
                row.getString("explanation"),
                RankStore.ranked(row),
                row.getString("assigned_to"),
                new After(List.of(
                        row.getString("k_over"),
                        row.getString("k_safety"),
                        row.getString("k_share"),
                        row.getString("band"),
                        row.getString("k_known"),
                        row.getString("k_drawn"),
                        row.getString("k_reached"),
                        row.getString("k_opened"),
                        row.getString("task_id"))));
    }

    private static Grounds grounds(ResultSet row) throws SQLException {
        String evidence = row.getString("evidence");
        return new Grounds(
                State.valueOf(row.getString("concluded")),
                row.getString("concluded_reason"),
                TaskRows.instant(row, "concluded_scan_at"),
                TaskRows.instant(row, "left_at"),
                TaskRows.instant(row, "concluded_cut_off"),
                evidence == null ? null : StoredJson.read(evidence, ToldEvidence.class));
    }
}
