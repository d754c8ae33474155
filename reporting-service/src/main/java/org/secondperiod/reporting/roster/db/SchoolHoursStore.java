package org.secondperiod.reporting.roster.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.facts.db.Columns;
import org.secondperiod.reporting.roster.SchoolTold;

/** When the periods of schools' days begin. */
@ApplicationScoped
public class SchoolHoursStore {

    /** Stores those of the dates between the first and the last that the school's calendar names, in place of what was. */
    public void replace(Handle tx, SchoolTold school) {
        if (school.periods().isEmpty()) {
            return;
        }
        tx.createUpdate("DELETE FROM school_hours WHERE school_id = :school AND school_day BETWEEN :first AND :last")
                .bind("school", school.schoolId())
                .bind("first", school.periods().firstKey())
                .bind("last", school.periods().lastKey())
                .execute();
        List<Map.Entry<LocalDate, List<LocalTime>>> days = school.starts().entrySet().stream()
                .filter(day -> !day.getValue().isEmpty())
                .toList();
        var insert = tx.createUpdate("""
                        INSERT INTO school_hours
                        SELECT :school, day, CAST(starts AS time[])
                        FROM unnest(CAST(:days AS date[]), :starts) AS n (day, starts)""").bind("school", school.schoolId());
        Columns.bind(insert, "days", days, Map.Entry::getKey);
        Columns.bind(
                insert,
                "starts",
                days,
                day -> day.getValue().stream().map(LocalTime::toString).collect(Collectors.joining(",", "{", "}")));
        insert.execute();
    }
}
