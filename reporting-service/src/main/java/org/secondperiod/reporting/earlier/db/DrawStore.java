package org.secondperiod.reporting.earlier.db;

import jakarta.enterprise.context.ApplicationScoped;
import org.jdbi.v3.core.Handle;
import org.secondperiod.reporting.earlier.Draws;
import org.secondperiod.reporting.earlier.Draws.Arm;
import org.secondperiod.reporting.outreach.db.OutreachSumStore.Days;

/** Adds days of draws up. */
@ApplicationScoped
public class DrawStore {

    private static final String SUMS = """
            sum(draws) AS draws, sum(drawn) AS drawn, sum(halves) AS halves, sum(early_called) AS early_called,
            sum(early_minutes) AS early_minutes, sum(early_came) AS early_came, sum(late_called) AS late_called,
            sum(late_minutes) AS late_minutes, sum(late_came) AS late_came, sum(squares) AS squares, sum(products) AS products,
            sum(halves_squared) AS halves_squared""";

    /** All together, and out of how many days of how many schools. */
    public record Of(Draws draws, long schoolDays, long schools) {}

    public Of of(Handle tx, Days days) {
        String sql = """
                        SELECT coalesce(sum(draws), 0) AS draws, coalesce(sum(drawn), 0) AS drawn,
                            coalesce(sum(halves), 0) AS halves, coalesce(sum(early_called), 0) AS early_called,
                            coalesce(sum(early_minutes), 0) AS early_minutes, coalesce(sum(early_came), 0) AS early_came,
                            coalesce(sum(late_called), 0) AS late_called, coalesce(sum(late_minutes), 0) AS late_minutes,
                            coalesce(sum(late_came), 0) AS late_came, coalesce(sum(squares), 0) AS squares,
                            coalesce(sum(products), 0) AS products, coalesce(sum(halves_squared), 0) AS halves_squared,
                            count(*) AS school_days, count(DISTINCT school_id) AS schools
                        FROM (SELECT school_id, school_day, %s FROM %s
                              WHERE school_day BETWEEN :from AND :to AND (:every OR school_id = ANY(:schools))
                              GROUP BY school_id, school_day HAVING %s) AS d""".formatted(SUMS, days.rows("draw_day"), days.isAny());
        return days.bindTo(tx.createQuery(sql))
                .map((row, context) -> new Of(
                        new Draws(
                                row.getLong("draws"),
                                row.getLong("drawn"),
                                row.getLong("halves"),
                                new Arm(
                                        row.getLong("early_called"),
                                        row.getLong("early_minutes"),
                                        row.getLong("early_came")),
                                new Arm(
                                        row.getLong("late_called"),
                                        row.getLong("late_minutes"),
                                        row.getLong("late_came")),
                                row.getLong("squares"),
                                row.getLong("products"),
                                row.getLong("halves_squared")),
                        row.getLong("school_days"),
                        row.getLong("schools")))
                .one();
    }
}
