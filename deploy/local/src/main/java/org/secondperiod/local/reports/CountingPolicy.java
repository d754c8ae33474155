package org.secondperiod.local.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.secondperiod.local.stack.StackException;

/**
 * By which rules reporting-service counts, as it has written down itself.
 *
 * @param yearEnds the last day of each school year
 * @param minimum days below which a student is left out
 * @param zone in which the service says on which date it learned something
 * @param half schools that go by half of their periods
 */
public record CountingPolicy(MonthDay yearEnds, int minimum, ZoneId zone, List<String> half) {

    private static final String LATEST = """
            SELECT minimum_days, year_ends, zone FROM counting_policy ORDER BY policy_id DESC LIMIT 1""";

    private static final String HALF = """
            SELECT s.school_id FROM school s
            CROSS JOIN (SELECT * FROM counting_policy ORDER BY policy_id DESC LIMIT 1) AS p
            WHERE CASE WHEN s.school_id = ANY (p.half_of_periods) THEN true WHEN s.school_id = ANY (p.trigger_period) THEN false
                ELSE p.usual_rule = 'HALF_OF_PERIODS' END
            ORDER BY s.school_id""";

    private static final String CHANGED = """
            SELECT count(DISTINCT (minimum_days, usual_rule, half_of_periods, trigger_period, year_ends, zone)) > 1,
                max(since)::text FROM counting_policy""";

    /**
     * The one in force.
     *
     * @throws StackException where the service has not said
     */
    public static CountingPolicy inForce(Connection database) throws SQLException {
        try (var query = database.createStatement();
                var row = query.executeQuery(LATEST)) {
            if (!row.next()) {
                throw new StackException(
                        "reporting-service has not written down yet by which rules it counts: start this version of it, and ask"
                                + " again.");
            }
            return new CountingPolicy(
                    MonthDay.parse("--" + row.getString(2)),
                    row.getInt(1),
                    ZoneId.of(row.getString(3)),
                    half(database));
        }
    }

    /**
     * The only one since everything was counted anew last.
     *
     * @throws StackException where there were others, so that what is kept up may differ without a fault
     */
    public static CountingPolicy only(Connection database) throws SQLException {
        try (var query = database.createStatement();
                var row = query.executeQuery(CHANGED)) {
            row.next();
            if (row.getBoolean(1)) {
                throw new StackException(
                        ("Since %s reporting-service counts by other rules than before, and not everything was counted anew: what"
                                        + " differs would be no fault. ./sp reports rebuild counts it anew, then ask again.")
                                .formatted(row.getString(2)));
            }
        }
        return inForce(database);
    }

    /** Everything is counted by the latest from now on. */
    public static void forgetOthers(Connection database) throws SQLException {
        try (var delete = database.createStatement()) {
            delete.executeUpdate(
                    "DELETE FROM counting_policy WHERE policy_id < (SELECT max(policy_id) FROM counting_policy)");
        }
    }

    private static List<String> half(Connection database) throws SQLException {
        List<String> schools = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(HALF)) {
            while (row.next()) {
                schools.add(row.getString(1));
            }
        }
        return schools;
    }

    /** The date on which the service learns what it learns at this moment. */
    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone);
    }

    /** What is asked of a school year. */
    public KeptAndCounted.Question of(CheckedYear year, LocalDate today) {
        return new KeptAndCounted.Question(year.first(), year.last(), today, minimum, half);
    }
}
