package org.secondperiod.outreach.languages.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.languages.StaffLanguages;

/** Which languages somebody speaks. */
@Schema(name = "StaffLanguages")
public record StaffLanguagesView(
        @Schema(examples = "rivera") String subject,
        @Schema(examples = "[\"es\", \"ht\"]") List<String> languages,

        @Schema(description = "How often it was said, for If-Match; 0 while nobody has")
        long version,

        @Nullable String changedBy,
        @Nullable Instant changedAt) {

    static StaffLanguagesView of(StaffLanguages said) {
        return new StaffLanguagesView(
                said.subject(), said.languages(), said.version(), said.changedBy(), said.changedAt());
    }
}
