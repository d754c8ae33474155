package org.secondperiod.ingest.codes;

import org.jspecify.annotations.Nullable;
import org.secondperiod.events.AttendanceCategory;

/**
 * A code and what it means.
 *
 * @param code the district's own code, compared exactly; empty for systems whose blank code means something
 */
public record MappedCode(
        String code, AttendanceCategory category, @Nullable String reason) {

    CodeMeaning meaning() {
        return new CodeMeaning(category, reason);
    }
}
