package org.secondperiod.bench.baseline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.secondperiod.bench.stack.District;
import org.secondperiod.events.Scan;
import org.secondperiod.events.Scan.Direction;

/** What the scans of a student's newest day come to; times are epoch milliseconds, 0 where there is none. */
record DayScans(long day, String building, long firstIn, long lastIn, long lastOut) {

    /** With one more scan, in any order; one of an older day changes nothing. */
    static DayScans with(@Nullable DayScans before, Scan scan) {
        LocalDate date = LocalDate.ofInstant(scan.scannedAt(), District.ZONE);
        long day = date.toEpochDay();
        if (before != null && before.day > day) {
            return before;
        }
        DayScans known = before == null || before.day < day ? new DayScans(day, scan.buildingId(), 0, 0, 0) : before;
        long at = scan.scannedAt().toEpochMilli();
        return scan.direction() == Direction.OUT
                ? new DayScans(day, known.building, known.firstIn, known.lastIn, Math.max(known.lastOut, at))
                : new DayScans(
                        day,
                        known.building,
                        known.firstIn == 0 ? at : Math.min(known.firstIn, at),
                        Math.max(known.lastIn, at),
                        known.lastOut);
    }

    boolean isInside() {
        return lastIn > 0 && lastIn >= lastOut;
    }
}
