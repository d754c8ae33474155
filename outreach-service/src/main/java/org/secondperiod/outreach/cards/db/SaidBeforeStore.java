package org.secondperiod.outreach.cards.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.attempts.Channel;
import org.secondperiod.outreach.attempts.Flag;
import org.secondperiod.outreach.attempts.Outcome;
import org.secondperiod.outreach.attempts.ReasonToday;
import org.secondperiod.outreach.attempts.Result;
import org.secondperiod.outreach.attempts.db.AttemptStore;
import org.secondperiod.outreach.cards.LastReached;
import org.secondperiod.outreach.cards.PromiseView;
import org.secondperiod.outreach.cards.SaidBeforeView;
import org.secondperiod.outreach.promises.db.PromiseStore;

/** What was said and promised before, as far as the transaction may see it. */
@ApplicationScoped
public class SaidBeforeStore {

    private final SealedText texts;

    SaidBeforeStore(SealedText texts) {
        this.texts = texts;
    }

    /**
     * The newest calls and conversations about a student, the newest first.
     *
     * @param readsRestricted of which schools restricted notes are shown; of the others, that there is one
     */
    public List<SaidBeforeView> calls(Handle handle, StudentId student, Schools readsRestricted, int most) {
        return handle.createQuery("""
                        SELECT * FROM call_attempt WHERE student_id = :student AND undone_at IS NULL
                        ORDER BY started_at DESC, attempt_id LIMIT :most
                        """)
                .bind("student", student.value())
                .bind("most", most)
                .map((row, context) -> said(row, readsRestricted))
                .list();
    }

    /**
     * The last call of an earlier day in which somebody was reached about a student, and whether the student came in after it; null
     * if there was none.
     */
    public @Nullable LastReached lastReached(Handle handle, StudentId student, SchoolDay before) {
        return handle.createQuery("""
                        SELECT a.school_day, CASE WHEN t.arrived_at > a.started_at THEN t.arrived_at END AS came_at,
                            EXISTS (SELECT FROM promise p WHERE p.attempt_id = a.attempt_id AND p.side = 'FAMILY'
                                AND p.kind = 'COMING_IN' AND p.state = 'KEPT') AS promised
                        FROM call_attempt a
                        LEFT JOIN call_task t ON t.student_id = a.student_id AND t.school_id = a.school_id
                            AND t.school_day = a.school_day
                        WHERE a.student_id = :student AND a.school_day < CAST(:before AS date) AND a.undone_at IS NULL
                            AND a.channel = 'OUTGOING_CALL' AND a.error_cause IS NULL
                            AND a.outcome IN ('REACHED_GUARDIAN', 'REACHED_STUDENT', 'REACHED_OTHER')
                        ORDER BY a.started_at DESC, a.attempt_id LIMIT 1
                        """)
                .bind("student", student.value())
                .bind("before", before.toString())
                .map((row, context) -> lastReached(row))
                .findOne()
                .orElse(null);
    }

    private static LastReached lastReached(ResultSet row) throws SQLException {
        OffsetDateTime came = row.getObject("came_at", OffsetDateTime.class);
        return new LastReached(
                row.getObject("school_day", LocalDate.class),
                came == null ? null : came.toInstant(),
                row.getBoolean("promised"));
    }

    /** The promises of a student, the newest first; those that are open before the others. */
    public List<PromiseView> promises(Handle handle, StudentId student, Instant now, int most) {
        return handle.createQuery("""
                        SELECT * FROM promise WHERE student_id = :student AND state <> 'WITHDRAWN'
                        ORDER BY state <> 'OPEN', made_at DESC, promise_id LIMIT :most
                        """)
                .bind("student", student.value())
                .bind("most", most)
                .map((row, context) -> promise(row, now))
                .list();
    }

    private SaidBeforeView said(ResultSet row, Schools readsRestricted) throws SQLException {
        String id = row.getString("attempt_id");
        boolean hidden = row.getBoolean("note_restricted") && !readsRestricted.holds(row.getString("school_id"));
        String sealed = row.getString("note_sealed");
        return new SaidBeforeView(
                id,
                row.getObject("school_day", LocalDate.class),
                instant(row, "started_at"),
                row.getString("called_by"),
                Channel.valueOf(row.getString("channel")),
                Outcome.valueOf(row.getString("outcome")),
                named(Result.class, row.getString("result")),
                named(ReasonToday.class, row.getString("reason")),
                Arrays.stream((String[]) row.getArray("flags").getArray())
                        .map(Flag::valueOf)
                        .toList(),
                row.getString("contact_id"),
                hidden ? null : texts.open(AttemptStore.NOTE.row(id), sealed, null),
                hidden && sealed != null);
    }

    private PromiseView promise(ResultSet row, Instant now) throws SQLException {
        String id = row.getString("promise_id");
        Instant due = instant(row, "due_at");
        String state = row.getString("state");
        return new PromiseView(
                id,
                row.getString("side"),
                row.getString("kind"),
                texts.open(PromiseStore.WHAT.row(id), row.getString("what_sealed"), null),
                row.getString("owner"),
                instant(row, "made_at"),
                due,
                state,
                "OPEN".equals(state) && !now.isBefore(due),
                row.getLong("version"));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
