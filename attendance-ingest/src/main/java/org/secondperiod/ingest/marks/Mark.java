package org.secondperiod.ingest.marks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.intake.OwnId;
import org.secondperiod.kit.bulk.ContentId;
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
    ContentId content() {
        return ContentId.of(
                "absence-mark", student, school, day, period, code, takenAt.toEpochMilli(), version, deleted);
    }

    /** The source's own id, where it has one. */
    @Nullable
    OwnId ownId(ContentId content) {
        return markId == null ? null : new OwnId(markId, version, content.text());
    }

    /** From the source's own id and version, which are the credential's, else from the content. */
    String eventId(String subject, ContentId content) {
        var id = markId == null ? content : ContentId.of("absence-mark", subject, markId, version);
        return id.text();
    }

    /** The id of the event that asks what the mark's code means; {@code eventId} is that of the mark with its meaning. */
    static String questionId(String eventId) {
        return ContentId.of("unmapped", eventId).text();
    }
}
