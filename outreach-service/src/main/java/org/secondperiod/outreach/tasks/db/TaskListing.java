package org.secondperiod.outreach.tasks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.tasks.StepView;
import org.secondperiod.outreach.tasks.StoredTask;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.State;

/** Call tasks to be read, and to be handed out. */
@ApplicationScoped
public class TaskListing {

    private static final String SELECT = """
            SELECT t.*, w.state AS concluded, w.explanation, w.left_at, coalesce(CAST(w.evidence ->> 'marksAlone' AS boolean), false) AS alone
            FROM call_task t JOIN whereabouts w
                ON w.school_id = t.school_id AND w.school_day = t.school_day AND w.student_id = t.student_id
            """;

    private static final String IN_SCOPE = "(:all OR t.school_id = ANY (:schools))";

    /** A task with the conclusion it stands on. */
    public record Listed(
            StoredTask task,
            State concluded,
            String explanation,
            @Nullable Instant leftAt,
            boolean marksAlone) {}

    private static final String IS_OVER = "(t.state IN ('ARRIVED', 'WITHDRAWN', 'DONE', 'EXPIRED'))";

    /** The last row of the page before: those that are not over first, in the order in which families are called. */
    public record After(boolean over, boolean safety, Instant openedAt, String taskId) {

        public static final After NOTHING = new After(false, true, Instant.EPOCH, "");
    }

    /** A page of a day's tasks: those that are not over first, in the order in which families are called. */
    public List<Listed> page(
            Handle handle, SchoolScope scope, SchoolDay day, List<String> states, After after, int limit) {
        var query = handle.createQuery(SELECT + "WHERE " + IN_SCOPE + """
                 AND t.school_day = CAST(:day AS date) AND (:anyState OR t.state = ANY (:states))
                    AND (%1$s, NOT t.safety, t.opened_at, t.task_id)
                        > (:afterOver, :afterOthers, CAST(:afterOpened AS timestamptz), :afterTask COLLATE "C")
                ORDER BY %1$s, NOT t.safety, t.opened_at, t.task_id LIMIT :limit
                """.formatted(IS_OVER));
        Columns.bind(query, "schools", scope.schools());
        Columns.bind(query, "states", states);
        return query.bind("all", scope.all())
                .bind("day", day.toString())
                .bind("anyState", states.isEmpty())
                .bind("afterOver", after.over())
                .bind("afterOthers", !after.safety())
                .bind("afterOpened", after.openedAt().toString())
                .bind("afterTask", after.taskId())
                .bind("limit", limit)
                .map((row, context) -> listed(row))
                .list();
    }

    /** One task. */
    public Optional<Listed> one(Handle handle, String taskId) {
        return handle.createQuery(SELECT + "WHERE t.task_id = :id")
                .bind("id", taskId)
                .map((row, context) -> listed(row))
                .findOne();
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
     * ({@link org.secondperiod.outreach.tasks.Outlook#mayBeHandedOut}).
     */
    public List<StoredTask> waiting(Handle handle, SchoolScope scope, Instant now, int limit) {
        var query = handle.createQuery("SELECT t.* FROM call_task t WHERE " + IN_SCOPE + """
                 AND (t.state = 'OPEN' OR t.state = 'CLAIMED' AND t.lease_until <= CAST(:now AS timestamptz))
                 AND (t.call_again_at IS NULL OR t.call_again_at <= CAST(:now AS timestamptz))
                 AND (t.household_reached_at IS NULL OR t.call_again_agreed OR t.safety)
                ORDER BY t.safety DESC, t.opened_at, t.task_id LIMIT :limit
                """);
        Columns.bind(query, "schools", scope.schools());
        return query.bind("all", scope.all())
                .bind("now", now.toString())
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
                State.valueOf(row.getString("concluded")),
                row.getString("explanation"),
                TaskRows.instant(row, "left_at"),
                row.getBoolean("alone"));
    }
}
