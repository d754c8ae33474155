package org.secondperiod.outreach.attempts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.attempts.Attempt;
import org.secondperiod.outreach.attempts.RootCause;
import org.secondperiod.outreach.facts.db.Columns;

/** What those who know a student take to be at the root of an absence. The database lets nobody change what was said. */
@ApplicationScoped
public class RootCauseStore {

    /** Who said what, and when. @param cause null: it was taken back */
    public record Set(@Nullable RootCause cause, String by, Instant at) {}

    /** Adds what somebody says; it holds from now on. */
    public void set(Handle tx, Attempt attempt, Set said) {
        tx.createUpdate("""
                        INSERT INTO root_cause (attempt_id, version, student_id, school_id, school_day, cause, set_by, set_at)
                        SELECT :id, coalesce(max(r.version), 0) + 1, :student, :school, CAST(:day AS date), :cause, :by,
                            CAST(:at AS timestamptz)
                        FROM root_cause r WHERE r.attempt_id = :id
                        """)
                .bind("id", attempt.attemptId())
                .bind("student", attempt.of().student().value())
                .bind("school", attempt.of().school().value())
                .bind("day", attempt.of().day().toString())
                .bind("cause", said.cause() == null ? null : said.cause().name())
                .bind("by", said.by())
                .bind("at", said.at().toString())
                .execute();
    }

    /** What holds of these attempts. */
    public Map<String, Set> of(Handle tx, Collection<String> attemptIds) {
        var query = tx.createQuery("""
                SELECT DISTINCT ON (attempt_id) * FROM root_cause WHERE attempt_id = ANY (:ids)
                ORDER BY attempt_id, version DESC
                """);
        Columns.bind(query, "ids", attemptIds);
        Map<String, Set> causes = new HashMap<>();
        query.map((row, context) -> Map.entry(
                        row.getString("attempt_id"),
                        new Set(
                                Optional.ofNullable(row.getString("cause"))
                                        .map(RootCause::valueOf)
                                        .orElse(null),
                                row.getString("set_by"),
                                row.getObject("set_at", OffsetDateTime.class).toInstant())))
                .forEach(entry -> causes.put(entry.getKey(), entry.getValue()));
        return causes;
    }
}
