package org.secondperiod.bench.reports;

import java.time.Duration;
import org.secondperiod.bench.stack.Await;

/** Has the service count everything anew, out of what was told. */
final class Counting {

    private static final Duration LIMIT = Duration.ofHours(2);

    private final Reporting reporting;

    Counting(Reporting reporting) {
        this.reporting = reporting;
    }

    /** Everything. */
    void all(MadeYear year) {
        years();
        daysOfCalls(year);
    }

    /** Every student's year, the way {@code ./sp reports rebuild} has it counted, until all of it is told. */
    void years() {
        reporting
                .database()
                .execute(
                        "INSERT INTO refresh (school_id, year, everything) SELECT school_id, year, true FROM school_year");
        await("every student's year to be counted");
    }

    /** Days of calls, and absences by reason. */
    void daysOfCalls(MadeYear year) {
        reporting
                .database()
                .execute(
                        "INSERT INTO outreach_due SELECT school_id, day FROM bench.school CROSS JOIN bench.day WHERE i < "
                                + year.days().history()
                                + " ON CONFLICT DO NOTHING");
        await("days of calls to be added up");
    }

    private void await(String what) {
        Await.until(what, LIMIT, reporting::hasNothingLeft);
    }
}
