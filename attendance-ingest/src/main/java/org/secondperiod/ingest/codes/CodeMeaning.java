package org.secondperiod.ingest.codes;

import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceCategory;

/**
 * What a code means.
 *
 * @param reason the coded reason that an excusing code carries, such as {@code medical}
 */
public record CodeMeaning(
        AttendanceCategory category, @Nullable String reason) {}
