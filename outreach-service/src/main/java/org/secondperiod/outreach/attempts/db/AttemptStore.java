package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.cipher.SealedColumn;
import org.secondperiod.kit.cipher.SealedText;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.Attempt.Note;
import org.secondperiod.outreach.attempts.Said;
import org.secondperiod.outreach.facts.StudentDay;
import org.secondperiod.outreach.facts.db.Columns;

/** The attempts, each as it now is. */
@ApplicationScoped
public class AttemptStore {

    /** What was written about each. */
    public static final SealedColumn NOTE = SealedColumn.of("call_attempt", "note_sealed", "jsonb", "attempt_id");

    /** Which number it was. */
    public static final SealedColumn NUMBER = SealedColumn.of("call_attempt", "number_sealed", "jsonb", "attempt_id")
            .boundTo("call_attempt.number", "attempt_id");

    private static final String INSERT = """
            INSERT INTO call_attempt (attempt_id, call_id, task_id, student_id, school_id, school_day, channel, called_by,
                logged_by, started_at, recorded_at, changed_at, outcome, flags, version)
            VALUES (:id, :call, :task, :student, :school, CAST(:day AS date), :channel, :calledBy, :loggedBy,
                CAST(:started AS timestamptz), CAST(:recorded AS timestamptz), CAST(:recorded AS timestamptz), :outcome, '{}', 0)
            """;

    private static final String UPDATE = """
            UPDATE call_attempt SET outcome = :outcome, result = :result, coming_by = CAST(:comingBy AS timestamptz),
                reason = :reason, flags = :flags, next_step = :nextStep, refer_to = :referTo,
                call_again_at = CAST(:callAgain AS timestamptz), absent_through = CAST(:absentThrough AS date), owner = :owner,
                due_at = CAST(:due AS timestamptz), contact_id = :contact, changed_at = CAST(:changed AS timestamptz),
                undone_at = CAST(:undone AS timestamptz), task_version = :taskVersion, error_cause = :errorCause,
                error_evidence = CAST(:errorEvidence AS timestamptz), error_by = :errorBy, version = :version
            WHERE attempt_id = :id
            """;

    private final SealedText texts;

    AttemptStore(SealedText texts) {
        this.texts = texts;
    }

    /** Adds one. */
    public void add(Handle tx, Attempt attempt) {
        tx.createUpdate(INSERT)
                .bind("id", attempt.attemptId())
                .bind("call", attempt.callId())
                .bind("task", attempt.taskId())
                .bind("student", attempt.of().student().value())
                .bind("school", attempt.of().school().value())
                .bind("day", attempt.of().day().toString())
                .bind("channel", attempt.channel().name())
                .bind("calledBy", attempt.calledBy())
                .bind("loggedBy", attempt.loggedBy())
                .bind("started", attempt.startedAt().toString())
                .bind("recorded", attempt.recordedAt().toString())
                .bind("outcome", attempt.said().outcome().name())
                .execute();
        change(tx, attempt);
        if (attempt.note() != null) {
            note(tx, attempt.attemptId(), attempt.note());
        }
    }

    /** Keeps what is written about one; null: nothing. */
    public void note(Handle tx, String attemptId, @Nullable Note note) {
        tx.createUpdate("""
                        UPDATE call_attempt SET note_sealed = CAST(:note AS jsonb), note_restricted = :restricted
                        WHERE attempt_id = :id
                        """)
                .bind("id", attemptId)
                .bind("note", note == null ? null : texts.seal(NOTE.row(attemptId), note.text()))
                .bind("restricted", note != null && note.restricted())
                .execute();
    }

    /** Keeps in which language whom was called is spoken with, where a call has met a language barrier; null: nobody knows. */
    public void barrier(Handle tx, String attemptId, @Nullable String language) {
        tx.createUpdate("UPDATE call_attempt SET barrier_language = :language WHERE attempt_id = :id")
                .bind("id", attemptId)
                .bind("language", language)
                .execute();
    }

    /** Keeps one as it is now, but for what is written about it. */
    public void change(Handle tx, Attempt attempt) {
        var update = said(tx.createUpdate(UPDATE), attempt.said());
        update.bind("id", attempt.attemptId())
                .bind("contact", attempt.contactId())
                .bind("changed", attempt.changedAt().toString())
                .bind("undone", text(attempt.undoneAt()))
                .bind("taskVersion", attempt.taskVersion())
                .bind(
                        "errorCause",
                        attempt.error() == null ? null : attempt.error().cause().name())
                .bind(
                        "errorEvidence",
                        attempt.error() == null ? null : text(attempt.error().evidenceAt()))
                .bind(
                        "errorBy",
                        attempt.error() == null ? null : attempt.error().by())
                .bind("version", attempt.version())
                .execute();
    }

    private static Update said(Update update, Said said) {
        return update.bind("outcome", said.outcome().name())
                .bind("result", name(said.result()))
                .bind("comingBy", text(said.comingBy()))
                .bind("reason", name(said.reason()))
                .bindArray(
                        "flags",
                        String.class,
                        said.flags().stream().map(Enum::name).sorted().toList())
                .bind("nextStep", name(said.nextStep()))
                .bind("referTo", name(said.referTo()))
                .bind("callAgain", text(said.callAgainAt()))
                .bind("absentThrough", text(said.absentThrough()))
                .bind("owner", said.owner())
                .bind("due", text(said.dueAt()));
    }

    /** A step of its task that leaves alone what the call has made of it: that is another version of the task now. */
    public void taskIsNow(Handle tx, String taskId, long was, long is) {
        tx.createUpdate("UPDATE call_attempt SET task_version = :is WHERE task_id = :task AND task_version = :was")
                .bind("task", taskId)
                .bind("was", was)
                .bind("is", is)
                .execute();
    }

    /** One. */
    public Optional<Attempt> byId(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM call_attempt WHERE attempt_id = :id")
                .bind("id", attemptId)
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .findOne();
    }

    /** One, locked until the transaction ends. */
    public Optional<Attempt> lock(Handle tx, String attemptId) {
        return tx.createQuery("SELECT * FROM call_attempt WHERE attempt_id = :id FOR UPDATE")
                .bind("id", attemptId)
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .findOne();
    }

    /** All that one call was, for each student. */
    public List<Attempt> ofCall(Handle tx, String callId) {
        return tx.createQuery(
                        "SELECT * FROM call_attempt WHERE call_id = :id ORDER BY school_id, school_day, student_id")
                .bind("id", callId)
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .list();
    }

    /** Those of a task, the first first; those that were taken back too. */
    public List<Attempt> ofTask(Handle tx, String taskId) {
        return tx.createQuery(
                        "SELECT * FROM call_attempt WHERE task_id = :id ORDER BY started_at, recorded_at, attempt_id")
                .bind("id", taskId)
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .list();
    }

    /** Those that stand of a student at these schools, the latest first. */
    public List<Attempt> ofStudent(Handle tx, String student, List<String> schools, int limit) {
        var query = tx.createQuery("""
                SELECT * FROM call_attempt WHERE student_id = :student AND school_id = ANY (:schools) AND undone_at IS NULL
                ORDER BY started_at DESC, recorded_at DESC, attempt_id LIMIT :limit
                """);
        Columns.bind(query, "schools", schools);
        return query.bind("student", student)
                .bind("limit", limit)
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .list();
    }

    /** Those of a student's day, at every school; those that were taken back too. */
    public List<Attempt> ofDay(Handle tx, StudentDay day) {
        return tx.createQuery("""
                        SELECT * FROM call_attempt WHERE student_id = :student AND school_day = CAST(:day AS date)
                        ORDER BY started_at, recorded_at, attempt_id
                        """)
                .bind("student", day.student().value())
                .bind("day", day.day().toString())
                .map((row, context) -> AttemptRows.attempt(row, texts))
                .list();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
