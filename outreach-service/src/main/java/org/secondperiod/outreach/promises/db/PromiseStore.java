package org.secondperiod.outreach.promises.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;
import org.secondperiod.outreach.care.Origin;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.promises.Promise;
import org.secondperiod.outreach.promises.Promise.State;
import org.secondperiod.outreach.visibility.SchoolScope;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** The promises. */
@ApplicationScoped
public class PromiseStore {

    /** What was promised, in words. */
    public static final SealedColumn WHAT = SealedColumn.of("promise", "what_sealed", "jsonb", "promise_id");

    private static final String KEEP = """
            INSERT INTO promise (promise_id, student_id, school_id, school_day, attempt_id, task_id, side, kind, what_sealed,
                owner, due_at, state, made_at, recorded_at, ended_at, ended_by, look_again_at, version)
            VALUES (:id, :student, :school, CAST(:day AS date), :attempt, :task, :side, :kind, CAST(:what AS jsonb), :owner,
                CAST(:due AS timestamptz), :state, CAST(:made AS timestamptz), CAST(:recorded AS timestamptz),
                CAST(:ended AS timestamptz), :endedBy, CAST(:again AS timestamptz), :version)
            ON CONFLICT (promise_id) DO UPDATE SET state = excluded.state, ended_at = excluded.ended_at,
                ended_by = excluded.ended_by, look_again_at = excluded.look_again_at, version = excluded.version
            """;

    private final SealedText texts;

    PromiseStore(SealedText texts) {
        this.texts = texts;
    }

    /** Keeps one as it now is. @param lookAgainAt when time alone may change it; null if never */
    public void keep(Handle tx, Promise promise, @Nullable Instant lookAgainAt) {
        Origin origin = promise.origin();
        tx.createUpdate(KEEP)
                .bind("id", promise.promiseId())
                .bind("student", origin.of().student().value())
                .bind("school", origin.of().school().value())
                .bind("day", origin.of().day().toString())
                .bind("attempt", origin.attemptId())
                .bind("task", origin.taskId())
                .bind("side", promise.side().name())
                .bind("kind", promise.kind().name())
                .bind("what", texts.seal(WHAT.row(promise.promiseId()), promise.what()))
                .bind("owner", promise.owner())
                .bind("due", promise.dueAt().toString())
                .bind("state", promise.state().name())
                .bind("made", origin.at().toString())
                .bind("recorded", promise.recordedAt().toString())
                .bind(
                        "ended",
                        promise.endedAt() == null ? null : promise.endedAt().toString())
                .bind("endedBy", promise.endedBy())
                .bind("again", lookAgainAt == null ? null : lookAgainAt.toString())
                .bind("version", promise.version())
                .execute();
    }

    /** One, locked until the transaction ends. */
    public Optional<Promise> lock(Handle tx, String promiseId) {
        return tx.createQuery("SELECT * FROM promise WHERE promise_id = :id FOR UPDATE")
                .bind("id", promiseId)
                .map((row, context) -> promise(row))
                .findOne();
    }

    /** One. */
    public Optional<Promise> byId(Handle tx, String promiseId) {
        return tx.createQuery("SELECT * FROM promise WHERE promise_id = :id")
                .bind("id", promiseId)
                .map((row, context) -> promise(row))
                .findOne();
    }

    /** These, by their ids. */
    public Map<String, Promise> byIds(Handle tx, Collection<String> promiseIds) {
        if (promiseIds.isEmpty()) {
            return Map.of();
        }
        Map<String, Promise> byId = new HashMap<>();
        var query = tx.createQuery("SELECT * FROM promise WHERE promise_id = ANY (:ids)");
        Columns.bind(query, "ids", promiseIds);
        query.map((row, context) -> promise(row)).forEach(promise -> byId.put(promise.promiseId(), promise));
        return byId;
    }

    /** Those that a call opened, locked. */
    public List<Promise> lockOfAttempt(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM promise WHERE attempt_id = :id ORDER BY promise_id FOR UPDATE")
                .bind("id", attemptId)
                .map((row, context) -> promise(row))
                .list();
    }

    /** Those that these students come in, which have not ended or ended by themselves, locked. */
    public List<Promise> lockComing(Handle tx, Collection<StudentAtSchool> of) {
        var query = tx.createQuery("""
                SELECT p.* FROM unnest(CAST(:students AS text[]), CAST(:schools AS text[]), CAST(:days AS date[]))
                    AS k(student_id, school_id, school_day)
                JOIN promise p ON p.student_id = k.student_id AND p.school_id = k.school_id AND p.school_day = k.school_day
                WHERE p.kind = 'COMING_IN' AND p.state IN ('OPEN', 'NOT_KEPT') AND p.ended_by IS NULL
                ORDER BY p.promise_id FOR UPDATE OF p
                """);
        Columns.bind(query, "students", of, StudentAtSchool::student);
        Columns.bind(query, "schools", of, StudentAtSchool::school);
        Columns.bind(query, "days", of, StudentAtSchool::day);
        return query.map((row, context) -> promise(row)).list();
    }

    /** Whose time has come, the first first; nothing is locked. */
    public List<String> due(Handle tx, Instant now, int limit) {
        return tx.createQuery("""
                        SELECT promise_id FROM promise WHERE look_again_at <= CAST(:now AS timestamptz)
                        ORDER BY look_again_at, promise_id LIMIT :limit
                        """)
                .bind("now", now.toString())
                .bind("limit", limit)
                .mapTo(String.class)
                .list();
    }

    /** Takes one for this transaction, unless another one has it. Waits for nobody. */
    public boolean takeUnlessTaken(Handle tx, String promiseId) {
        return tx.createQuery("SELECT pg_try_advisory_xact_lock(hashtextextended(:id, 5))")
                .bind("id", promiseId)
                .mapTo(Boolean.class)
                .one();
    }

    /**
     * Promises of these schools, the first due first.
     *
     * @param student null for those of all
     * @param after the last one of the page before
     */
    public List<Promise> page(
            Handle tx, SchoolScope scope, @Nullable String student, List<String> states, After after, int limit) {
        var query = tx.createQuery("""
                SELECT * FROM promise p WHERE (:all OR p.school_id = ANY (:schools))
                    AND (CAST(:student AS text) IS NULL OR p.student_id = :student)
                    AND (:anyState OR p.state = ANY (:states))
                    AND (p.due_at, p.promise_id) > (CAST(:afterDue AS timestamptz), :afterId COLLATE "C")
                ORDER BY p.due_at, p.promise_id LIMIT :limit
                """);
        Columns.bind(query, "schools", scope.schools());
        Columns.bind(query, "states", states);
        return query.bind("all", scope.all())
                .bind("student", student)
                .bind("anyState", states.isEmpty())
                .bind("afterDue", after.dueAt().toString())
                .bind("afterId", after.id())
                .bind("limit", limit)
                .map((row, context) -> promise(row))
                .list();
    }

    /** The last row of a page. */
    public record After(Instant dueAt, String id) {

        public static final After NOTHING = new After(Instant.EPOCH, "");
    }

    private Promise promise(ResultSet row) throws SQLException {
        String id = row.getString("promise_id");
        return new Promise(
                id,
                new Origin(
                        new StudentAtSchool(
                                new StudentId(row.getString("student_id")),
                                new SchoolId(row.getString("school_id")),
                                SchoolDay.of(row.getObject("school_day", LocalDate.class))),
                        row.getString("attempt_id"),
                        row.getString("task_id"),
                        Objects.requireNonNull(instant(row, "made_at"))),
                Promise.Side.valueOf(row.getString("side")),
                Promise.Kind.valueOf(row.getString("kind")),
                texts.open(WHAT.row(id), row.getString("what_sealed"), null),
                row.getString("owner"),
                Objects.requireNonNull(instant(row, "due_at")),
                State.valueOf(row.getString("state")),
                Objects.requireNonNull(instant(row, "recorded_at")),
                instant(row, "ended_at"),
                row.getString("ended_by"),
                row.getLong("version"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
