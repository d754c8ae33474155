package org.secondperiod.outreach.escalations.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.escalations.BuildingCheck;
import org.secondperiod.outreach.roster.StudentView;

/**
 * A building check, as it is shown.
 *
 * @param dueAt when it escalates, unless somebody says what they found
 */
@Schema(name = "BuildingCheck")
public record BuildingCheckView(
        String checkId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,
        @Nullable String attemptId,
        BuildingCheck.State state,
        Instant openedAt,
        Instant dueAt,
        @Nullable String endedBy,
        @Nullable Instant endedAt,
        @Nullable StudentView student,
        long version) {

    static BuildingCheckView of(BuildingCheck check, @Nullable StudentView student) {
        var of = check.origin().of();
        return new BuildingCheckView(
                check.checkId(),
                of.student().value(),
                of.school().value(),
                of.day().date(),
                check.origin().attemptId(),
                check.state(),
                check.openedAt(),
                check.dueAt(),
                check.endedBy(),
                check.endedAt(),
                student,
                check.version());
    }
}
