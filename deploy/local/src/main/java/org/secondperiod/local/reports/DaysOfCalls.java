package org.secondperiod.local.reports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Days of schools whose calls and absences by reason reporting-service adds up: all anew where they are told to be due. */
public final class DaysOfCalls {

    /** Days of which anything was told, and those of which sums are kept, so that sums of nothing go. */
    private static final String ALL_DUE = """
            INSERT INTO outreach_due
            SELECT school_id, school_day FROM call WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM call_task WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM whereabouts WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM mark WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM outreach_day WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM reason_day WHERE school_day >= CAST(? AS date)
            UNION SELECT school_id, school_day FROM draw_day WHERE school_day >= CAST(? AS date)
            ORDER BY school_id, school_day ON CONFLICT DO NOTHING""";

    private static final int TABLES = 7;

    private DaysOfCalls() {}

    /** The service adds all days up again from this one on. */
    public static void addUpAgain(Connection database, LocalDate first) throws SQLException {
        try (var insert = database.prepareStatement(ALL_DUE)) {
            for (int table = 1; table <= TABLES; table++) {
                insert.setString(table, first.toString());
            }
            insert.executeUpdate();
        }
    }

    /** How many are still to be added up. */
    public static long left(Connection database) throws SQLException {
        try (var query = database.createStatement();
                var row = query.executeQuery("SELECT count(*) FROM outreach_due")) {
            row.next();
            return row.getLong(1);
        }
    }
}
