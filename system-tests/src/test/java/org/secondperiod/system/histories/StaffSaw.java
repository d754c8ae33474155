package org.secondperiod.system.histories;

import java.time.Instant;
import java.time.LocalDate;

/** A member of staff saw a student, or looked and did not find one. */
record StaffSaw(
        String sightingId, String studentId, String schoolId, LocalDate schoolDay, Seen seen, Instant at, String by) {

    /** What was found. */
    enum Seen {
        IN_BUILDING,
        NOT_IN
    }
}
