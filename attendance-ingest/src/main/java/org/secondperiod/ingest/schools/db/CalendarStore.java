package org.secondperiod.ingest.schools.db;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.secondperiod.ingest.schools.CalendarDay;
import org.secondperiod.kit.ids.SchoolId;

/** Calendars, a row a date. */
@ApplicationScoped
public class CalendarStore {

    /** The school's calendar, by date. */
    public List<CalendarDay> of(Handle tx, SchoolId school) {
        return tx.createQuery("SELECT day, day_type, note FROM calendar_day WHERE school_id = :school ORDER BY day")
                .bind("school", school.value())
                .map((row, context) -> new CalendarDay(
                        row.getObject("day", LocalDate.class), row.getString("day_type"), row.getString("note")))
                .list();
    }

    /** The dates with school, of every school. */
    public Map<String, Set<LocalDate>> schoolDays(Handle tx) {
        return tx
                .createQuery("SELECT school_id, day FROM calendar_day WHERE day_type IS NOT NULL")
                .map((row, context) -> Map.entry(row.getString("school_id"), row.getObject("day", LocalDate.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    /** Puts these dates in the place of the whole calendar. */
    public void replace(Handle tx, SchoolId school, List<CalendarDay> days) {
        tx.createUpdate("DELETE FROM calendar_day WHERE school_id = :school")
                .bind("school", school.value())
                .execute();
        put(tx, school, days);
    }

    /** Writes these dates and leaves the others. */
    public void put(Handle tx, SchoolId school, List<CalendarDay> days) {
        tx.createUpdate("""
                        INSERT INTO calendar_day (school_id, day, day_type, note)
                        SELECT :school, CAST(day AS date), day_type, note
                        FROM unnest(:days, :dayTypes, :notes) AS incoming (day, day_type, note)
                        ON CONFLICT (school_id, day) DO UPDATE SET day_type = EXCLUDED.day_type, note = EXCLUDED.note
                        """)
                .bind("school", school.value())
                .bindArray(
                        "days",
                        String.class,
                        days.stream().map(day -> day.date().toString()).toList())
                .bindArray(
                        "dayTypes",
                        String.class,
                        days.stream().map(CalendarDay::dayType).toArray())
                .bindArray(
                        "notes",
                        String.class,
                        days.stream().map(CalendarDay::note).toArray())
                .execute();
    }
}
