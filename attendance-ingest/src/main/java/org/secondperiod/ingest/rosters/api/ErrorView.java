package org.secondperiod.ingest.rosters.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.rosters.db.ImportProblems;

/**
 * Something about a row.
 *
 * @param line counted from 1 with the header; 0 where it is about the file
 * @param effect REJECTED: the row was not used; NOTED: it was
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorView(String file, long line, @Nullable String column, String reason, String effect) {

    static ErrorView of(ImportProblems.Kept kept) {
        return new ErrorView(kept.file(), kept.line(), kept.field(), kept.reason(), kept.effect());
    }
}
