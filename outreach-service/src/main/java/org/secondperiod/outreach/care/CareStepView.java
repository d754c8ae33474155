package org.secondperiod.outreach.care;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step, as it is shown. */
@Schema(name = "CareStep")
public record CareStepView(
        long version,
        String what,
        @Nullable String detail,
        @Nullable String by,
        Instant at) {

    /** As it is shown. */
    public static CareStepView of(CareStep step) {
        return new CareStepView(step.version(), step.what(), step.detail(), step.by(), step.at());
    }
}
