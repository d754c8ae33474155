package org.secondperiod.ingest.taken;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.ids.EventIds;
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

    String eventId() {
        return EventIds.of(
                "attendance-taken",
                school.value(),
                day.toString(),
                period,
                classId,
                Long.toString(takenAt.toEpochMilli()),
                Long.toString(version),
                Boolean.toString(deleted));
    }
}
