package org.secondperiod.ingest.absencelists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * Who is marked absent, late or present at a school, as a person tells it.
 *
 * @param complete whether the list holds everybody who is absent in its periods: attendance was taken in the whole school
 * @param withdraws when the list was told that this one takes back
 */
public record AbsenceList(
        SchoolId school,
        SchoolDay day,
        boolean complete,
        @Nullable Instant withdraws,
        List<Row> rows) {

    /** One student in one period. */
    public record Row(String studentId, String period, String code) {}
}
