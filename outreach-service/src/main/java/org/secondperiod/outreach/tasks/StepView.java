package org.secondperiod.outreach.tasks;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A step in a task's life, as it is shown. */
public record StepView(
        long version,
        Instant at,

        @Schema(implementation = TaskStep.What.class, type = SchemaType.STRING)
        String what,

        @Schema(implementation = TaskState.class, type = SchemaType.STRING)
        String state,

        @Nullable String reason,
        @Nullable String by) {}
