package org.secondperiod.entry.readers.api;

import org.jspecify.annotations.Nullable;
import org.secondperiod.kit.problems.Problems;

/** Versions as entity tags: {@code "3"}. */
final class EntityTags {

    private EntityTags() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that an {@code If-Match} header names, none where it is missing or {@code *}. */
    static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        if (!ifMatch.matches("\"\\d{1,18}\"")) {
            throw Problems.field("If-Match", "is not an ETag that this resource gave");
        }
        return Long.valueOf(ifMatch.substring(1, ifMatch.length() - 1));
    }
}
