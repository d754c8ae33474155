package org.secondperiod.reporting.reasons.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;

/** Absences by reason. */
@ApplicationScoped
public class ReasonStore {

    /** One sum. @param reason empty: no code was given */
    public record Of(boolean excused, String reason, long absences) {}

    /** The most frequent first. @param source {@code MARK} or {@code CALL} */
    public List<Of> of(Handle tx, Days days, String source) {
        return tx.createQuery("""
                        SELECT excused, reason, sum(students) FROM reason_day
                        WHERE source = :source AND school_day BETWEEN :from AND :to
                            AND (:every OR school_id = ANY(:schools))
                        GROUP BY 1, 2 ORDER BY 3 DESC, 2, 1""")
                .bind("source", source)
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("every", days.schools().all())
                .bindArray("schools", String.class, List.copyOf(days.schools().ids()))
                .map((row, context) -> new Of(row.getBoolean(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
