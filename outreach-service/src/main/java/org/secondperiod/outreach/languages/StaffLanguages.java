package org.secondperiod.outreach.languages;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which languages somebody speaks.
 *
 * @param languages as in BCP 47, the first part of each only, such as {@code es}; in the order of their codes
 * @param version how often it was said; 0 while nobody has
 */
public record StaffLanguages(
        String subject,
        List<String> languages,
        long version,
        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    /** Nobody has said anything. */
    public static StaffLanguages ofNobody(String subject) {
        return new StaffLanguages(subject, List.of(), 0, null, null);
    }
}
