package org.secondperiod.ingest.knownabsences;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.secondperiod.ingest.intake.Lines;
import org.secondperiod.ingest.schools.KnownSchools;
import org.secondperiod.kit.bulk.BulkLine;
import org.secondperiod.kit.orders.ErasedStudents;
import org.secondperiod.kit.time.Times;

/** Checks what a known absence refers to: a school that is set up, and a time that somebody can know of. */
@ApplicationScoped
public class DeclaredCheck {

    /** Beyond that nobody knows of an absence, and a misspelt year would hide a student for good. */
    private static final int YEARS_AHEAD = 2;

    private final KnownSchools schools;
    private final Clock clock;
    private final ErasedStudents erased;

    DeclaredCheck(KnownSchools schools, Clock clock, ErasedStudents erased) {
        this.schools = schools;
        this.clock = clock;
        this.erased = erased;
    }

    /** Refuses one of a student who was erased, of a school that is not set up, and one that ends in more than two years, unless it is withdrawn. */
    void check(BulkLine line, Declared declared) {
        if (erased.contains(declared.student().value())) {
            throw Lines.ofAnErasedStudent(line);
        }
        var school = declared.school();
        if (school != null && !schools.has(school)) {
            throw line.bad("schoolId", "is a school that is not set up (PUT /v1/schools/{schoolId})");
        }
        var latest = LocalDate.ofInstant(Times.now(clock), ZoneOffset.UTC).plusYears(YEARS_AHEAD);
        if (!declared.deleted() && lastDay(declared.span()).isAfter(latest)) {
            throw line.bad("to", "is more than %d years ahead; declare it for a shorter time".formatted(YEARS_AHEAD));
        }
    }

    private static LocalDate lastDay(Span span) {
        return switch (span) {
            case Span.Days days -> days.to();
            case Span.Hours hours -> LocalDate.ofInstant(hours.to(), ZoneOffset.UTC);
        };
    }
}
