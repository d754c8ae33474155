package org.secondperiod.outreach.groupnotes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.schooldays.SchoolOnDay;

/**
 * A note about many students of a school's day.
 *
 * @param takenBackAt when somebody took it back; null while it stands
 * @param version counts its changes
 */
public record GroupNote(
        String noteId,
        SchoolOnDay of,
        GroupReason reason,
        String text,
        String writtenBy,
        Instant writtenAt,
        @Nullable Instant takenBackAt,
        long version) {}
