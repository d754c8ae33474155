package org.secondperiod.outreach.facts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.ids.SchoolDay;
import org.secondperiod.kit.ids.StudentId;

/**
 * A mark as it was told: what it says, of whom and which day, and when we learnt it.
 *
 * @param trace the trace that told of it, as the header of its record named it; none where it is not traced
 */
public record MarkVersion(
        StudentId student,
        SchoolDay day,
        MarkFact mark,
        Instant recordedAt,
        @Nullable String trace) {}
