package org.secondperiod.reporting.movement.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.movement.MovementReport.Move;
import org.secondperiod.reporting.tallies.Scope;
import org.secondperiod.reporting.tallies.Stands;

/** Movement, as it is kept up. */
@ApplicationScoped
public class MovementStore {

    /** One number. */
    public record Of(String schoolId, String value, Move move) {}

    /**
     * Of these schools in the month.
     *
     * @param schools {@link Scope#EVERY} stands for the district; null: of every school, without the district's own
     */
    public List<Of> of(
            Handle tx, SchoolYear year, Scope.Kind kind, LocalDate month, @Nullable Collection<String> schools) {
        return tx.createQuery("""
                        SELECT school_id, value, was, now_is, students FROM movement
                        WHERE year = :year AND kind = :kind AND month = :month AND students > 0
                            AND CASE WHEN :every THEN school_id <> '*' ELSE school_id = ANY(:schools) END
                        ORDER BY school_id, value""")
                .bind("year", year.begins())
                .bind("kind", kind.name())
                .bind("month", month)
                .bind("every", schools == null)
                .bindArray("schools", String.class, schools == null ? List.of() : List.copyOf(schools))
                .map((row, context) -> new Of(
                        row.getString("school_id"),
                        row.getString("value"),
                        new Move(
                                Stands.valueOf(row.getString("was")),
                                Stands.valueOf(row.getString("now_is")),
                                row.getLong("students"))))
                .list();
    }
}
