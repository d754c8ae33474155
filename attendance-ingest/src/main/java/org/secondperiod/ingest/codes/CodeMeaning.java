package org.secondperiod.ingest.codes;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceCategory;

/**
 * What a code means.
 *
 * @param reason the coded reason that an excusing code carries, such as {@code medical}
 */
public record CodeMeaning(
        AttendanceCategory category, @Nullable String reason) {

    /** What a code can be said to mean. */
    static final Set<AttendanceCategory> CATEGORIES = EnumSet.complementOf(EnumSet.of(AttendanceCategory.UNKNOWN));

    /** Nobody has said. */
    public static final CodeMeaning UNKNOWN = new CodeMeaning(AttendanceCategory.UNKNOWN, null);
}
