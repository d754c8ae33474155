package org.secondperiod.ingest.rosters;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.rosters.db.RosterDay;
import org.secondperiod.kit.time.Times;

/**
 * Classes begin and end by date, with nobody sending a file that day. When the district's date has moved on, everybody with
 * such a class is compared again.
 */
@ApplicationScoped
public class DayTurn {

    private final Jdbi jdbi;
    private final Clock clock;
    private final ZoneId zone;
    private final RostersConfig config;
    private final StudentComparison comparison;

    DayTurn(
            Jdbi jdbi,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone", defaultValue = "America/New_York") ZoneId zone,
            RostersConfig config,
            StudentComparison comparison) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.zone = zone;
        this.config = config;
        this.comparison = comparison;
    }

    /** Does nothing on a day that was seen before. */
    void run() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        boolean turned = jdbi.inTransaction(tx -> RosterDay.turn(tx, today));
        if (turned) {
            tellCandidates();
        }
    }

    /** Compares everybody who may have changed, and tells what did. */
    public void tellCandidates() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Tally tally;
        do {
            tally = jdbi.inTransaction(tx -> comparison.next(tx, config.chunk(), today, Times.now(clock), false));
        } while (tally.students() > 0);
    }
}
