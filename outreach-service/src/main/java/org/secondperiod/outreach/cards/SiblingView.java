package org.secondperiod.outreach.cards;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.roster.StudentView;
import org.secondperiod.outreach.tasks.TaskState;

/** Somebody who is reached by the same call. */
@Schema(name = "HouseholdMember")
public record SiblingView(
        String taskId,
        String studentId,
        String schoolId,
        TaskState state,
        @Nullable String claimedBy,
        @Nullable StudentView student) {}
