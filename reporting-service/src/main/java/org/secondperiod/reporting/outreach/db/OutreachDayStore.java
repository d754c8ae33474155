package org.secondperiod.reporting.outreach.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.facts.SchoolDate;
import org.secondperiod.reporting.facts.db.Columns;

/**
 * Adds up days of schools, out of calls, call tasks, whereabouts, marks, and what attendance has decided of students' days. Doing it
 * again gives the same. An absence has the reason of the mark that says why, as {@code MarkOfDay} chooses it. What it changes is kept by
 * the day on which it was learned too.
 */
@ApplicationScoped
public class OutreachDayStore {

    private static final String OF_SCHOOLS = text("outreach-day.sql");
    private static final String OF_CALLERS = text("outreach-day-by-caller.sql");
    private static final String REASONS = text("reason-day.sql");
    private static final String DELETE =
            "DELETE FROM %s t USING asked k WHERE t.school_id = k.school_id AND t.school_day = k.school_day";
    private static final String DRAWS = text("draw-day.sql");

    private static final List<Learned> LEARNED = List.of(
            Learned.of(
                    "outreach_day",
                    List.of("school_id", "school_day", "caller"),
                    List.of(
                            "to_call",
                            "due_30",
                            "covered_30",
                            "due_60",
                            "covered_60",
                            "due_120",
                            "covered_120",
                            "attempts",
                            "bad_numbers",
                            "called",
                            "reached",
                            "successful",
                            "may_return",
                            "returned",
                            "return_minutes",
                            "periods_saved",
                            "promised",
                            "promises_kept",
                            "reached_before",
                            "same_caller",
                            "next_day_known",
                            "next_day_absent",
                            "in_building",
                            "held_for_door",
                            "held_for_class")),
            Learned.of(
                    "reason_day",
                    List.of("school_id", "school_day", "kind", "value", "source", "excused", "reason"),
                    List.of("students", "half_days")),
            Learned.of(
                    "draw_day",
                    List.of("school_id", "school_day"),
                    List.of(
                            "draws",
                            "drawn",
                            "halves",
                            "early_called",
                            "early_minutes",
                            "early_came",
                            "late_called",
                            "late_minutes",
                            "late_came",
                            "squares",
                            "products",
                            "halves_squared")),
            new Learned(
                    "call_error_learned", List.of("school_id", "school_day", "caller", "cause"), List.of("calls"), """
                    SELECT school_id, school_day, called_by AS caller, in_error AS cause, count(*) AS calls
                        FROM call JOIN asked USING (school_id, school_day)
                        WHERE in_error IS NOT NULL AND NOT undone GROUP BY school_id, school_day, called_by, in_error"""),
            new Learned("unmapped_day_learned", List.of("school_id", "school_day"), List.of("marks"), """
                    SELECT school_id, school_day, count(*) AS marks FROM mark JOIN asked USING (school_id, school_day)
                        WHERE kind = 'UNKNOWN' AND NOT withdrawn GROUP BY school_id, school_day"""));

    /**
     * These days of one school year.
     *
     * @param zone the district's, for schools that are not known
     * @param learned the district's date today
     */
    public void addUp(Handle tx, SchoolYear year, List<SchoolDate> days, String zone, LocalDate learned) {
        for (String table : List.of("outreach_day", "reason_day", "draw_day", "outreach_erased")) {
            bind(tx.createUpdate(asked(DELETE.formatted(table))), days).execute();
        }
        for (String sql : List.of(OF_SCHOOLS, OF_CALLERS)) {
            bind(tx.createUpdate(asked(sql)), days)
                    .bind("year", year.begins())
                    .bind("first", year.first())
                    .bind("zone", zone)
                    .execute();
        }
        bind(tx.createUpdate(asked(REASONS)), days)
                .bind("year", year.begins())
                .bind("first", year.first())
                .execute();
        bind(tx.createUpdate(asked(DRAWS)), days).bind("zone", zone).execute();
        for (Learned each : LEARNED) {
            bind(tx.createUpdate(asked(each.sql())), days)
                    .bind("learned", learned)
                    .execute();
        }
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
