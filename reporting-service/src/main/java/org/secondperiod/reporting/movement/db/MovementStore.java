package org.secondperiod.reporting.movement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.movement.MovementReport.Move;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.Stands;

/** Movement, as it is kept up. */
@ApplicationScoped
public class MovementStore {

    private static final String ASKED = """
            year = :year AND kind = :kind AND month = :month
                AND CASE WHEN :every THEN school_id <> '*' ELSE school_id = ANY(:schools) END""";

    private static final String KNOWN_NOW = """
            SELECT school_id, value, was, now_is, students FROM movement
            WHERE %s AND students > 0 ORDER BY school_id, value""".formatted(ASKED);

    /** What is known now, less what was learned later. */
    private static final String KNOWN_THEN = """
            SELECT school_id, value, was, now_is, sum(students) AS students FROM (
                SELECT school_id, value, was, now_is, students FROM movement WHERE %1$s
                UNION ALL
                SELECT school_id, value, was, now_is, -students FROM movement_learned
                WHERE %1$s AND learned_on > :knownOn) AS known_then
            GROUP BY school_id, value, was, now_is HAVING sum(students) > 0 ORDER BY school_id, value""".formatted(ASKED);

    /**
     * In which month.
     *
     * @param month its last day
     * @param knownOn what was learned after this date, of the month or later, counts for nothing; none: what is known now
     */
    public record In(
            SchoolYear year, LocalDate month, @Nullable LocalDate knownOn) {}

    /** One number. */
    public record Of(String schoolId, String value, Move move) {}

    /**
     * Of these schools in the month.
     *
     * @param schools {@link Scope#EVERY} stands for the district; null: of every school, without the district's own
     */
    public List<Of> of(Handle tx, In in, Scope.Kind kind, @Nullable Collection<String> schools) {
        LocalDate knownOn = in.knownOn();
        Query query = tx.createQuery(knownOn == null ? KNOWN_NOW : KNOWN_THEN)
                .bind("year", in.year().begins())
                .bind("kind", kind.name())
                .bind("month", in.month())
                .bind("every", schools == null)
                .bindArray("schools", String.class, schools == null ? List.of() : List.copyOf(schools));
        if (knownOn != null) {
            query.bind("knownOn", knownOn);
        }
        return query.map((row, context) -> new Of(
                        row.getString("school_id"),
                        row.getString("value"),
                        new Move(
                                Stands.valueOf(row.getString("was")),
                                Stands.valueOf(row.getString("now_is")),
                                row.getLong("students"))))
                .list();
    }
}
