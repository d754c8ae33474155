package org.secondperiod.reporting.outreach.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.db.Columns;

/**
 * Adds up days of schools, out of calls, call tasks, whereabouts and marks. Doing it again gives the same. An absence has the reason
 * of the mark of the day, else of the school's trigger period.
 */
@ApplicationScoped
public class OutreachDayStore {

    private static final String OF_SCHOOLS = text("outreach-day.sql");
    private static final String OF_CALLERS = text("outreach-day-by-caller.sql");
    private static final String REASONS = text("reason-day.sql");
    private static final String DELETE =
            "DELETE FROM %s t USING asked k WHERE t.school_id = k.school_id AND t.school_day = k.school_day";
    private static final String DRAWS = text("draw-day.sql");

    /** These days of one school year. @param zone the district's, for schools that are not known */
    public void addUp(Handle tx, SchoolYear year, List<SchoolDate> days, String zone) {
        for (String table : List.of("outreach_day", "reason_day", "draw_day")) {
            bind(tx.createUpdate(asked(DELETE.formatted(table))), days).execute();
        }
        for (String sql : List.of(OF_SCHOOLS, OF_CALLERS)) {
            bind(tx.createUpdate(asked(sql)), days)
                    .bind("year", year.begins())
                    .bind("first", year.first())
                    .bind("zone", zone)
                    .execute();
        }
        bind(tx.createUpdate(asked(REASONS)), days).bind("year", year.begins()).execute();
        bind(tx.createUpdate(asked(DRAWS)), days).bind("zone", zone).execute();
    }

    private static String asked(String sql) {
        return "WITH asked AS MATERIALIZED (SELECT * FROM unnest(:schools, CAST(:days AS date[])) AS a (school_id, school_day))"
                + (sql.startsWith("DELETE") ? "\n" : ",\n") + sql;
    }

    private static Update bind(Update update, List<SchoolDate> days) {
        Columns.bind(update, "schools", days, SchoolDate::schoolId);
        return Columns.bind(update, "days", days, SchoolDate::day);
    }

    private static String text(String script) {
        try (InputStream in = Objects.requireNonNull(
                OutreachDayStore.class.getResourceAsStream("/org/secondperiod/reporting/outreach/" + script), script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
