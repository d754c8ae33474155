package org.secondperiod.outreach.languages.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.grants.Schools;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.outreach.facts.db.Columns;
import org.secondperiod.outreach.languages.Barrier;
import org.secondperiod.outreach.languages.StaffLanguages;

/** Languages of staff, each as it was after each change. */
@ApplicationScoped
public class StaffLanguageStore {

    /** What these speak, as it was said last; of whom nobody has said anything is missing. */
    public List<StaffLanguages> of(Handle handle, Collection<String> subjects) {
        var query = handle.createQuery("""
                SELECT DISTINCT ON (subject) * FROM staff_language WHERE subject = ANY (:subjects)
                ORDER BY subject, version DESC
                """);
        return Columns.bind(query, "subjects", subjects)
                .map((row, context) -> languages(row))
                .list();
    }

    /** Of everybody who calls at a school now, what they speak; also of whom nobody has said anything. */
    public List<StaffLanguages> at(Handle handle, SchoolId school, Collection<String> roles, Instant now) {
        var query = handle.createQuery("""
                SELECT g.subject, coalesce(l.languages, '{}') AS languages, coalesce(l.version, 0) AS version, l.changed_by,
                    l.changed_at
                FROM (SELECT DISTINCT subject FROM known_grant WHERE NOT revoked AND role = ANY (:roles)
                    AND (expires_at IS NULL OR expires_at > :now) AND schools && ARRAY[CAST(:school AS text), :every]) AS g
                LEFT JOIN LATERAL (SELECT * FROM staff_language s WHERE s.subject = g.subject
                    ORDER BY s.version DESC LIMIT 1) AS l ON true
                ORDER BY g.subject
                """);
        return Columns.bind(query, "roles", roles)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("school", school.value())
                .bind("every", Schools.EVERY)
                .map((row, context) -> languages(row))
                .list();
    }

    /** Nobody else says what this person speaks until the transaction ends. */
    public void lock(Handle tx, String subject) {
        tx.createQuery("SELECT CAST(pg_advisory_xact_lock(hashtextextended(:subject, 20)) AS text)")
                .bind("subject", subject)
                .mapTo(String.class)
                .list();
    }

    /** Adds what is said now. */
    public void add(Handle tx, StaffLanguages said) {
        Instant at = said.changedAt();
        tx.createUpdate("""
                        INSERT INTO staff_language (subject, version, languages, changed_by, changed_at)
                        VALUES (:subject, :version, :languages, :by, :at)
                        """)
                .bind("subject", said.subject())
                .bind("version", said.version())
                .bindArray("languages", String.class, said.languages())
                .bind("by", said.changedBy())
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /** The language that the latest call of a task met which stands, and who of the school speaks it. */
    public Optional<Barrier> barrier(Handle tx, String taskId, SchoolId school) {
        return tx.createQuery("""
                        SELECT a.barrier_language,
                            ARRAY(SELECT s.subject FROM speakers_at(:school, a.barrier_language) AS s(subject) ORDER BY 1) AS spoken_by
                        FROM call_attempt a
                        WHERE a.task_id = :task AND a.outcome = 'LANGUAGE_BARRIER' AND a.undone_at IS NULL
                            AND a.barrier_language IS NOT NULL
                        ORDER BY a.started_at DESC, a.recorded_at DESC LIMIT 1
                        """)
                .bind("task", taskId)
                .bind("school", school.value())
                .map((row, context) -> new Barrier(row.getString("barrier_language"), texts(row, "spoken_by")))
                .findOne();
    }

    private static StaffLanguages languages(ResultSet row) throws SQLException {
        return new StaffLanguages(
                row.getString("subject"),
                texts(row, "languages"),
                row.getLong("version"),
                row.getString("changed_by"),
                instant(row.getObject("changed_at", OffsetDateTime.class)));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
