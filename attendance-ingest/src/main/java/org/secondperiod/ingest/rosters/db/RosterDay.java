package org.secondperiod.ingest.rosters.db;

import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/** The last date on which rosters were looked at. */
public final class RosterDay {

    private RosterDay() {}

    /** Whether the date has moved on since it was last asked; then those whose classes began or ended are candidates. */
    public static boolean turn(Handle tx, LocalDate today) {
        LocalDate seen = tx.createQuery("SELECT day FROM roster_day FOR UPDATE")
                .mapTo(LocalDate.class)
                .findOne()
                .orElse(null);
        if (seen == null) {
            tx.createUpdate("INSERT INTO roster_day (day) VALUES (:today) ON CONFLICT DO NOTHING")
                    .bind("today", today)
                    .execute();
            return false;
        }
        if (!seen.isBefore(today)) {
            return false;
        }
        Candidates.addBetween(tx, seen, today);
        tx.createUpdate("UPDATE roster_day SET day = :today")
                .bind("today", today)
                .execute();
        return true;
    }
}
