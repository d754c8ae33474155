package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Schools whose marks are of another hour than the one at which they come: a student information system that sends its local time as if it
 * were UTC, or the other way round. The order of a mark and a scan is then wrong, and with it whom to call.
 */
final class TakenTimesCheck {

    /** Of the marks that came last: within minutes of when they were taken, except where a whole file comes later. */
    private static final String MEDIANS = """
            SELECT school_id, count(*), percentile_cont(0.5) WITHIN GROUP (
                ORDER BY extract(epoch FROM taken_at - recorded_at) / 60)
            FROM (SELECT school_id, taken_at, recorded_at, row_number() OVER (PARTITION BY school_id ORDER BY recorded_at DESC) AS n
                FROM mark_version) AS latest
            WHERE n <= 200 GROUP BY school_id HAVING count(*) >= 5 ORDER BY school_id
            """;

    /** Clocks differ by minutes, zones by hours. */
    private static final double AHEAD_MINUTES = 30;

    private final Connection outreach;

    TakenTimesCheck(Connection outreach) {
        this.outreach = outreach;
    }

    List<Finding> look() throws SQLException {
        List<Finding> findings = new ArrayList<>();
        int schools = 0;
        try (Statement statement = outreach.createStatement();
                ResultSet row = statement.executeQuery(MEDIANS)) {
            while (row.next()) {
                schools++;
                double ahead = row.getDouble(3);
                if (ahead > AHEAD_MINUTES) {
                    findings.add(Finding.fault(
                            "school " + row.getString(1),
                            "half of its newest marks say that they were taken %.0f minutes or more after they came"
                                    .formatted(ahead),
                            "its system sends local time as UTC, or another zone's: takenAt wants an offset, as"
                                    + " 2026-11-24T08:20:00-05:00"));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.good("marks' times", schools + " schools' marks are of before they came"))
                : findings;
    }
}
