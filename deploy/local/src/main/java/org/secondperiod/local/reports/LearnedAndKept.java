package org.secondperiod.local.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was added to tallies by the day on which it was learned: all of it together is what is kept. */
public final class LearnedAndKept {

    private static final String SUMS = """
            sum(enrolled) AS enrolled, sum(counted) AS counted, sum(absent) AS absent, sum(left_out) AS left_out,
            sum(satisfactory) AS satisfactory, sum(at_risk) AS at_risk, sum(chronic) AS chronic, sum(severe) AS severe""";

    private static final String DIFFERENCES = """
            SELECT concat_ws(' ', year, kind, school_id, value, day, 'learned', l, 'kept', k) FROM (
                SELECT year, kind, school_id, value, day, ROW(enrolled, counted, absent, left_out, satisfactory, at_risk, chronic,
                    severe)::text AS l
                FROM (SELECT year, kind, school_id, value, day, %s FROM tally_learned
                      GROUP BY year, kind, school_id, value, day) AS s
                WHERE (enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe) <> (0, 0, 0, 0, 0, 0, 0, 0)) AS one
            FULL JOIN (
                SELECT year, kind, school_id, value, day, ROW(enrolled, counted, absent, left_out, satisfactory, at_risk, chronic,
                    severe)::text AS k
                FROM tally
                WHERE (enrolled, counted, absent, left_out, satisfactory, at_risk, chronic, severe) <> (0, 0, 0, 0, 0, 0, 0, 0)) AS other
            USING (year, kind, school_id, value, day)
            WHERE l IS DISTINCT FROM k ORDER BY 1""";

    private static final String TAKE_BACK = """
            INSERT INTO tally_learned AS t (year, kind, school_id, value, learned_on, day, enrolled, counted, absent, left_out,
                satisfactory, at_risk, chronic, severe)
            SELECT year, kind, school_id, value, CAST(? AS date), day, -enrolled, -counted, -absent, -left_out, -satisfactory,
                -at_risk, -chronic, -severe
            FROM (SELECT year, kind, school_id, value, day, %s FROM tally_learned WHERE year >= ?
                  GROUP BY year, kind, school_id, value, day) AS s
            ON CONFLICT (year, kind, school_id, value, learned_on, day) DO UPDATE SET
                enrolled = t.enrolled + excluded.enrolled, counted = t.counted + excluded.counted,
                absent = t.absent + excluded.absent, left_out = t.left_out + excluded.left_out,
                satisfactory = t.satisfactory + excluded.satisfactory, at_risk = t.at_risk + excluded.at_risk,
                chronic = t.chronic + excluded.chronic, severe = t.severe + excluded.severe""";

    private LearnedAndKept() {}

    /** Lines that differ. */
    public static List<String> differences(Connection database) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(DIFFERENCES.formatted(SUMS))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /**
     * Takes it back as of this date, so that what is counted anew can be added: earlier dates stay as they were known.
     *
     * @param first the calendar year in which the first school year begins that can be counted anew
     */
    public static void takeBack(Connection database, LocalDate today, int first) throws SQLException {
        try (var update = database.prepareStatement(TAKE_BACK.formatted(SUMS))) {
            update.setString(1, today.toString());
            update.setInt(2, first);
            update.executeUpdate();
        }
    }
}
