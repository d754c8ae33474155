package org.secondperiod.outreach.whereabouts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.secondperiod.outreach.whereabouts.StudentAtSchool;

/** Whether a student is known to be in school. */
@ApplicationScoped
public class HereStore {

    /** Since when; empty where the student is not known to be here. Who has no mark and is not missed counts as here since then. */
    public Optional<Instant> since(Handle tx, StudentAtSchool of) {
        return tx.createQuery("""
                        SELECT coalesce(scan_at, since) AS here FROM whereabouts
                        WHERE school_id = :school AND school_day = CAST(:day AS date) AND student_id = :student
                            AND state IN ('ARRIVED', 'IN_BUILDING', 'SEEN_IN_SCHOOL', 'NOT_ABSENT')
                        """)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .bind("student", of.student().value())
                .map((row, context) -> WhereaboutsRows.instant(row, "here"))
                .findOne();
    }

    /** A scan has the student in the building. @param knownAt since when we conclude that */
    public record Seen(Instant at, Instant knownAt) {}

    /** The scan by which the student is in the building now; a mark alone does not count. */
    public Optional<Seen> seen(Handle tx, StudentAtSchool of) {
        return tx.createQuery("""
                        SELECT scan_at, since FROM whereabouts
                        WHERE school_id = :school AND school_day = CAST(:day AS date) AND student_id = :student
                            AND state IN ('ARRIVED', 'IN_BUILDING') AND scan_at IS NOT NULL AND since IS NOT NULL
                        """)
                .bind("school", of.school().value())
                .bind("day", of.day().toString())
                .bind("student", of.student().value())
                .map((row, context) -> new Seen(
                        Objects.requireNonNull(WhereaboutsRows.instant(row, "scan_at")),
                        Objects.requireNonNull(WhereaboutsRows.instant(row, "since"))))
                .findOne();
    }
}
