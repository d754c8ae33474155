package org.secondperiod.reporting.inbuilding.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.inbuilding.InBuildingReport.Line;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;

/** How many were in the building, but not in class. */
@ApplicationScoped
public class InBuildingStore {

    /** Each school's day with any, by day. */
    public List<Line> of(Handle tx, Days days) {
        return tx.createQuery("""
                        SELECT d.school_id, s.name, d.school_day, d.in_building
                        FROM outreach_day d LEFT JOIN school s USING (school_id)
                        WHERE d.caller = '' AND d.in_building > 0 AND d.school_day BETWEEN :from AND :to
                            AND (:every OR d.school_id = ANY(:schools))
                        ORDER BY d.school_day, d.school_id""")
                .bind("from", days.from())
                .bind("to", days.to())
                .bind("every", days.schools().all())
                .bindArray("schools", String.class, List.copyOf(days.schools().ids()))
                .map((row, context) -> {
                    LocalDate day = row.getObject(3, LocalDate.class);
                    return new Line(row.getString(1), row.getString(2), day, day.getDayOfWeek(), row.getLong(4));
                })
                .list();
    }
}
