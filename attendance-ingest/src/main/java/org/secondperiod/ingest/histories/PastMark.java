package org.secondperiod.ingest.histories;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.bulk.ContentId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A row of past attendance.
 *
 * @param marked none: the row says only that the school's attendance of the day was submitted
 */
record PastMark(SchoolId school, SchoolDay day, @Nullable Marked marked) {

    /**
     * Who was marked what.
     *
     * @param takenAt of two marks the later one holds
     */
    record Marked(String studentId, String period, String code, Instant takenAt) {}

    /** A school's day. */
    record OnDay(SchoolId school, SchoolDay day) {}

    OnDay onDay() {
        return new OnDay(school, day);
    }

    /** Of what there is one mark only. */
    static ContentId identity(SchoolId school, SchoolDay day, Marked marked) {
        return ContentId.of("history", school, day, marked.studentId(), marked.period());
    }
}
