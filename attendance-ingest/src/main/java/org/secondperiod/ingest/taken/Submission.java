package org.secondperiod.ingest.taken;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A class, or a whole school, submitted its attendance for a period.
 *
 * @param classId the class; none means the whole school
 */
record Submission(
        SchoolId school,
        SchoolDay day,
        String period,
        @Nullable String classId,
        Instant takenAt,
        long version,
        boolean deleted) {

    /** What it says; also its event's id. */
    ContentId content() {
        return ContentId.of("attendance-taken", school, day, period, classId, takenAt.toEpochMilli(), version, deleted);
    }
}
