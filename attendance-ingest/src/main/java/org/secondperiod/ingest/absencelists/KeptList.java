package org.secondperiod.ingest.absencelists;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A list that was told.
 *
 * @param takenAt when its marks count as made
 * @param toldBy who told it
 * @param completeIn the periods in which attendance counts as taken
 * @param marks how many marks it has
 * @param withdrawnAt when it was taken back; none while it holds
 */
public record KeptList(
        String listId,
        SchoolId school,
        SchoolDay day,
        Instant takenAt,
        String toldBy,
        List<String> completeIn,
        int marks,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    boolean holds() {
        return withdrawnAt == null;
    }

    KeptList withdrawn(Instant at, String by) {
        return new KeptList(listId, school, day, takenAt, toldBy, completeIn, marks, at, by);
    }
}
