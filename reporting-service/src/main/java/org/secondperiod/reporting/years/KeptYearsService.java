package org.secondperiod.reporting.years;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.secondperiod.kit.records.Retention;
import org.secondperiod.reporting.arithmetic.SchoolYear;
import org.secondperiod.reporting.records.ReportingRecords;

/** Knows which school years can still be counted. What was counted of an earlier one stays; its students' days are purged. */
@ApplicationScoped
public class KeptYearsService {

    private final Retention retention;

    KeptYearsService(Retention retention) {
        this.retention = retention;
    }

    public boolean isKept(SchoolYear year, Instant now) {
        return !year.last().isBefore(retention.firstKept(ReportingRecords.ATTENDANCE, now));
    }
}
