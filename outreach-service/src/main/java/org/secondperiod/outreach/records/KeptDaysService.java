package org.secondperiod.outreach.records;

import static org.secondperiod.outreach.records.OutreachRecords.CALL_RECORDS;
import static org.secondperiod.outreach.records.OutreachRecords.MARKS;
import static org.secondperiod.outreach.records.OutreachRecords.SCANS;
import static org.secondperiod.outreach.records.OutreachRecords.SIGHTINGS;
import static org.secondperiod.outreach.records.OutreachRecords.WHEREABOUTS;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.secondperiod.kit.records.Retention;

/** Of which days everything is kept here, by the district's periods. */
@ApplicationScoped
public class KeptDaysService {

    private final Retention retention;

    KeptDaysService(Retention retention) {
        this.retention = retention;
    }

    /** As of now. */
    public KeptDays at(Instant now) {
        LocalDate decided = Stream.of(SCANS, MARKS, SIGHTINGS, WHEREABOUTS, CALL_RECORDS)
                .map(name -> retention.firstKept(name, now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new KeptDays(retention.firstKept(SCANS, now), retention.firstKept(MARKS, now), decided);
    }
}
