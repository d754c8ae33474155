package org.secondperiod.ingest.histories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.secondperiod.ingest.histories.db.HistoryParts;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.ingest.schools.db.CalendarStore;
import org.secondperiod.kit.bulk.BulkConfig;
import org.secondperiod.kit.bulk.BulkReader;
import org.secondperiod.kit.bulk.Columns;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.records.ReportedDays;
import org.secondperiod.kit.records.RetentionConfig;

/** Opens a history, the same whenever it is read. */
@ApplicationScoped
class HistoryLines {

    private final Jdbi jdbi;
    private final HistoryParts parts;
    private final BulkConfig limits;
    private final KnownSchools schools;
    private final CalendarStore calendars;
    private final ErasedStudents erased;
    private final RetentionConfig retention;
    private final Clock clock;
    private final ZoneId zone;

    HistoryLines(
            Jdbi jdbi,
            HistoryParts parts,
            BulkConfig limits,
            KnownSchools schools,
            CalendarStore calendars,
            ErasedStudents erased,
            RetentionConfig retention,
            Clock clock,
            @ConfigProperty(name = "secondperiod.district.zone", defaultValue = "America/New_York") ZoneId zone) {
        this.jdbi = jdbi;
        this.parts = parts;
        this.limits = limits;
        this.schools = schools;
        this.calendars = calendars;
        this.erased = erased;
        this.retention = retention;
        this.clock = clock;
        this.zone = zone;
    }

    /** The lines of the file. */
    BulkReader open(HistoryRow row) {
        Columns columns = row.holds() == Holds.ATTENDANCE ? PastMarkLine.COLUMNS : PastEnrolmentLine.COLUMNS;
        return BulkReader.of(parts.open(row.historyId()), MediaType.valueOf(row.mediaType()), columns, limits);
    }

    /** How many lines are told together. */
    int chunk() {
        return limits.chunkLines();
    }

    PastMarkLine marks(HistoryRow row) {
        return new PastMarkLine(schools, jdbi.withHandle(calendars::schoolDays), erased, today(), row.receivedAt());
    }

    PastEnrolmentLine enrolments() {
        return new PastEnrolmentLine(schools, erased, today());
    }

    /** The first day that reports keep. */
    LocalDate keptFrom() {
        return ReportedDays.first(retention, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
