package org.secondperiod.outreach.records;

import java.time.LocalDate;
import org.secondperiod.kit.ids.SchoolDay;

/**
 * From which day on everything is kept. What is told of an earlier day, also by a replay, is not taken in again.
 *
 * @param scans the first day of which scans are kept
 * @param facts the first day of which marks, submissions and known absences are kept
 * @param decided the first day on which students are still decided: of earlier ones part of the evidence is gone, and what was
 *     concluded stands
 */
public record KeptDays(LocalDate scans, LocalDate facts, LocalDate decided) {

    /** Everything is kept. */
    public static final KeptDays ALL = new KeptDays(LocalDate.MIN, LocalDate.MIN, LocalDate.MIN);

    public boolean keepScansOf(SchoolDay day) {
        return !day.date().isBefore(scans);
    }

    public boolean keepFactsOf(LocalDate day) {
        return !day.isBefore(facts);
    }

    public boolean isDecided(SchoolDay day) {
        return !day.date().isBefore(decided);
    }
}
