package org.secondperiod.outreach.scripts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text to be said, with places to be filled in such as {@code {student}}. What comes after a line break in it is said once it is
 * known who is on the line.
 *
 * @param language as in BCP 47, its first part only, such as {@code es}
 * @param usual it came with the service
 * @param version how often the district changed it
 */
public record Script(
        String language,
        ScriptKind kind,
        String text,
        boolean usual,
        long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {}
