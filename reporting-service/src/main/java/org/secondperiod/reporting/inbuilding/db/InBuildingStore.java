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
        String sql = """
                SELECT d.school_id, s.name, d.school_day, d.students FROM (
                    SELECT school_id, school_day, sum(in_building) AS students FROM %s
                    WHERE caller = '' AND school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))
                    GROUP BY school_id, school_day HAVING sum(in_building) > 0) AS d
                LEFT JOIN school s USING (school_id)
                ORDER BY d.school_day, d.school_id""".formatted(days.rows("outreach_day"));
        return days.bindTo(tx.createQuery(sql))
                .map((row, context) -> {
                    LocalDate day = row.getObject(3, LocalDate.class);
                    return new Line(row.getString(1), row.getString(2), day, day.getDayOfWeek(), row.getLong(4));
                })
                .list();
    }

    /** How many students were held on these days, whatever became of them. */
    public record Held(long forDoor, long forClass) {}

    public Held held(Handle tx, Days days) {
        String sql = """
                SELECT coalesce(sum(held_for_door), 0), coalesce(sum(held_for_class), 0) FROM %s
                WHERE caller = '' AND school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))""".formatted(days.rows("outreach_day"));
        return days.bindTo(tx.createQuery(sql))
                .map((row, context) -> new Held(row.getLong(1), row.getLong(2)))
                .one();
    }
}
