package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schools whose marks are of another hour than the one at which they come: a student information system that sends its local time as if it
 * were UTC, or the other way round. The order of a mark and a scan is then wrong, and with it whom to call.
 *
 * <p>West of Greenwich local time that is called UTC lies hours before the moment at which the mark comes, as a file does that comes
 * hours later, or a correction. So what counts is what was told first of the day's own marks, and how many of a school's lie as far off
 * as the district's clock does.
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

    /**
     * Of each school's newest day, of marks that came on it, each as it was told first: how many there are, how many lie as far off as
     * the zone in one direction and in the other, and whether they came in more than one batch. Minutes are signed as offsets are.
     */
    private static final String SHIFTED = """
            WITH told AS (
                SELECT DISTINCT ON (school_id, student_id, period) school_id, school_day, taken_at, recorded_at
                FROM (SELECT m.*, max(school_day) OVER (PARTITION BY school_id) AS newest FROM mark_version m
                      WHERE school_day = (recorded_at AT TIME ZONE ?)::date) AS own
                WHERE school_day = newest ORDER BY school_id, student_id, period, recorded_at
            ), apart AS (
                SELECT school_id, school_day, recorded_at, extract(epoch FROM taken_at - recorded_at) / 60 AS minutes,
                    extract(epoch FROM (recorded_at AT TIME ZONE ?) - (recorded_at AT TIME ZONE 'UTC')) / 60 AS shift
                FROM told
            )
            SELECT school_id, max(school_day)::text, count(*), max(shift)::int, count(*) FILTER (WHERE abs(minutes - shift) <= 15),
                count(*) FILTER (WHERE abs(minutes + shift) <= 15),
                percentile_disc(0.9) WITHIN GROUP (ORDER BY recorded_at)
                    - percentile_disc(0.1) WITHIN GROUP (ORDER BY recorded_at) > interval '5 minutes'
            FROM apart GROUP BY school_id HAVING count(*) >= 5 AND abs(max(shift)) > 30 ORDER BY school_id
            """;

    /** Clocks differ by minutes, zones by hours. */
    private static final double AHEAD_MINUTES = 30;

    private static final String WANTED = "takenAt wants an offset, as 2026-11-24T08:20:00-05:00";

    private final Connection outreach;
    private final ZoneId district;

    TakenTimesCheck(Connection outreach, ZoneId district) {
        this.outreach = outreach;
        this.district = district;
    }

    List<Finding> look() throws SQLException {
        Map<String, Finding> findings = shifted();
        int schools = 0;
        try (Statement statement = outreach.createStatement();
                ResultSet row = statement.executeQuery(MEDIANS)) {
            while (row.next()) {
                schools++;
                double ahead = row.getDouble(3);
                if (ahead > AHEAD_MINUTES) {
                    findings.putIfAbsent(
                            row.getString(1),
                            Finding.fault(
                                    about(row.getString(1)),
                                    "half of its newest marks say that they were taken %.0f minutes or more after they came"
                                            .formatted(ahead),
                                    "its system sends another zone's time, or its clock is wrong: " + WANTED));
                }
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.good("marks' times", schools + " schools' marks are of when they came"))
                : List.copyOf(findings.values());
    }

    private Map<String, Finding> shifted() throws SQLException {
        Map<String, Finding> findings = new LinkedHashMap<>();
        try (PreparedStatement statement = outreach.prepareStatement(SHIFTED)) {
            statement.setString(1, district.getId());
            statement.setString(2, district.getId());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    int marks = row.getInt(3);
                    boolean asUtc = 2 * row.getInt(5) > marks;
                    if (asUtc || 2 * row.getInt(6) > marks) {
                        findings.put(row.getString(1), shifted(row, asUtc));
                    }
                }
            }
        }
        return findings;
    }

    private Finding shifted(ResultSet row, boolean asUtc) throws SQLException {
        int minutes = asUtc ? row.getInt(4) : -row.getInt(4);
        String saw =
                "%d of its %d marks of %s say that they were taken %d minutes %s they came, by which the clock of %s differs from UTC"
                        .formatted(
                                row.getInt(asUtc ? 5 : 6),
                                row.getInt(3),
                                row.getString(2),
                                Math.abs(minutes),
                                minutes < 0 ? "before" : "after",
                                district);
        String sends = asUtc ? "its system sends local time as UTC: " : "its system sends UTC as local time: ";
        boolean oneBatch = minutes < 0 && !row.getBoolean(7);
        return oneBatch
                ? Finding.notice(
                        about(row.getString(1)),
                        saw + "; and they came all at once",
                        "look at one of them: unless that day's came so much later in one file, " + sends + WANTED)
                : Finding.fault(about(row.getString(1)), saw, sends + WANTED);
    }

    private static String about(String school) {
        return "school " + school;
    }
}
