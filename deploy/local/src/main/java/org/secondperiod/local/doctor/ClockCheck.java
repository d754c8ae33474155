package org.secondperiod.local.doctor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * Whether clocks agree: with two minutes between them tokens are refused, leases end early and nothing is purged. A simulated clock is not
 * meant here: it is the same for all.
 */
final class ClockCheck {

    private static final Duration ALLOWED = Duration.ofSeconds(5);
    private static final Duration BREAKS = Duration.ofSeconds(30);

    private ClockCheck() {}

    static Finding ofDatabase(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            Instant theirs = row.getObject(1, OffsetDateTime.class).toInstant();
            return compare("PostgreSQL's clock", theirs, Instant.now());
        }
    }

    static Finding compare(String whose, Instant theirs, Instant ours) {
        Duration off = Duration.between(ours, theirs).abs();
        String saw = "%d seconds off this machine's".formatted(off.toSeconds());
        String mend = "set both by NTP: timedatectl set-ntp true";
        if (off.compareTo(BREAKS) > 0) {
            return Finding.fault(whose, saw, mend);
        }
        return off.compareTo(ALLOWED) > 0 ? Finding.notice(whose, saw, mend) : Finding.good(whose, saw);
    }
}
