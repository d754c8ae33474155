package org.secondperiod.local.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Movement between bands, and the tallies of the same students: both are kept up, and must say the same, now and as it was known. */
public final class MovedAndKept {

    private static final String TAKE_BACK = """
            INSERT INTO movement_learned AS t (year, kind, month, school_id, value, was, now_is, learned_on, students)
            SELECT year, kind, month, school_id, value, was, now_is, CAST(? AS date), -students
            FROM movement WHERE students <> 0 AND date_trunc('month', month) <= CAST(? AS date) AND year >= ?
            ON CONFLICT (year, kind, month, school_id, value, was, now_is, learned_on) DO UPDATE
            SET students = t.students + excluded.students""";

    private MovedAndKept() {}

    /** Lines that differ, as it is known now. */
    public static List<String> differences(Connection database) throws SQLException {
        return lines(database, "movement-unlike.sql");
    }

    /** Lines that differ as it was known at the end of each month. */
    public static List<String> differencesAsKnown(Connection database) throws SQLException {
        return lines(database, "movement-learned-unlike.sql");
    }

    private static List<String> lines(Connection database, String script) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var query = database.createStatement();
                var row = query.executeQuery(KeptAndCounted.text(script))) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    /**
     * Takes it back as of this date, before it is counted anew: earlier dates stay as they were known.
     *
     * @param first the calendar year in which the first school year begins that can be counted anew
     */
    public static void takeBack(Connection database, LocalDate today, int first) throws SQLException {
        try (var update = database.prepareStatement(TAKE_BACK)) {
            update.setString(1, today.toString());
            update.setString(2, today.toString());
            update.setInt(3, first);
            update.executeUpdate();
        }
    }
}
