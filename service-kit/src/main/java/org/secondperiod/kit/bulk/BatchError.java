package org.secondperiod.kit.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was wrong with one line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchError(
        @Schema(description = "The line's number, from 1; the header of a CSV file is line 1", examples = "57")
        long line,

        @Schema(description = "Where in the line, from 1, where that is known", examples = "18") @Nullable
        Integer column,

        @Schema(description = "The field, where it is one field's fault", examples = "scannedAt") @Nullable
        String field,

        @Schema(description = "What is wrong, in words") String reason) {

    static BatchError of(long line, BadLine why) {
        return new BatchError(line, why.column(), why.field(), why.reason());
    }
}
