package org.secondperiod.ingest.marks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.ids.EventIds;
import org.secondperiod.ingest.intake.OwnId;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.SchoolId;
import org.secondperiod.kit.ids.StudentId;

/** A sound absence mark, its code not yet looked up. */
record Mark(
        @Nullable String markId,
        StudentId student,
        SchoolId school,
        SchoolDay day,
        String period,
        String code,
        Instant takenAt,
        long version,
        boolean deleted) {

    /** Everything but the source's own id. */
    String contentHash() {
        return EventIds.of(
                "absence-mark",
                student.value(),
                school.value(),
                day.toString(),
                period,
                code,
                Long.toString(takenAt.toEpochMilli()),
                Long.toString(version),
                Boolean.toString(deleted));
    }

    /** The source's own id, where it has one. */
    @Nullable OwnId ownId(String contentHash) {
        return markId == null ? null : new OwnId(markId, version, contentHash);
    }

    /** From the source's own id and version, which are the credential's, else from the content. */
    String eventId(String subject, String contentHash) {
        return markId == null
                ? contentHash
                : EventIds.of("absence-mark", subject, markId, Long.toString(version));
    }
}
