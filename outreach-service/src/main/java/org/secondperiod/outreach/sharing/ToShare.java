package org.secondperiod.outreach.sharing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A call to be shared out.
 *
 * @param household the same for calls that are made as one
 * @param language of the family, its first part only such as {@code es}; null where the roster does not tell
 * @param lastReachedBy who last reached the family; null if nobody did
 */
public record ToShare(
        String taskId,
        String household,
        @Nullable String language,
        @Nullable String lastReachedBy) {

    /** Who calls. */
    public record Caller(String subject, Set<String> languages) {}
}
