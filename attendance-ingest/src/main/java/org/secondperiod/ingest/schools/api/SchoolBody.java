package org.secondperiod.ingest.schools.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.secondperiod.ingest.schools.School;
import org.secondperiod.ingest.schools.SchoolProblems;
import org.secondperiod.kit.ids.SchoolId;

/** A school's settings as they are sent and shown. */
@Schema(name = "School")
record SchoolBody(
        @Schema(readOnly = true, examples = "11X265", description = "Given by the path.") @Nullable
        String schoolId,

        @Schema(required = true, examples = "Bronx Lab") String name,

        @Schema(examples = "America/New_York", description = "IANA time zone; the district's if not given.") @Nullable
        String zone,

        @Schema(
                examples = "[\"B-EAST\"]",
                description = "Buildings where its students may enter. None: marks alone decide.")
        @Nullable
        List<String> buildings,

        @Schema(examples = "1", defaultValue = "1", description = "The period whose absence mark starts outreach.")
        @Nullable
        String triggerPeriod,

        @Schema(defaultValue = "3", description = "Minutes from the trigger period's end to the cut-off, 0 to 60.")
        @Nullable
        Integer graceMinutes,

        @Schema(
                defaultValue = "20",
                description = "Minutes from the trigger period's start after which an arrival is late.")
        @Nullable
        Integer lateLimitMinutes,

        @Schema(defaultValue = "true", description = "Whether its system says when attendance was submitted.") @Nullable
        Boolean sendsAttendanceTaken,

        @Schema(defaultValue = "60", description = "Over which percentage marked absent the school's tasks are held.")
        @Nullable
        Integer massAbsencePercent,

        @Schema(defaultValue = "10", description = "Minutes that a hold may stay undecided.") @Nullable
        Integer holdMinutes,

        @Schema(description = "The principal's subject at the identity provider.") @Nullable
        String principal) {

    static SchoolBody of(School school) {
        return new SchoolBody(
                school.id().value(),
                school.name(),
                school.zone().getId(),
                school.buildings(),
                school.triggerPeriod(),
                school.graceMinutes(),
                school.lateLimitMinutes(),
                school.sendsAttendanceTaken(),
                school.massAbsencePercent(),
                school.holdMinutes(),
                school.principal());
    }

    School school(SchoolId id, ZoneId districtZone) {
        return new School(
                id,
                name,
                zone == null ? districtZone : readZone(zone),
                buildings == null ? List.of() : List.copyOf(given(buildings)),
                Objects.requireNonNullElse(triggerPeriod, "1"),
                Objects.requireNonNullElse(graceMinutes, 3),
                Objects.requireNonNullElse(lateLimitMinutes, 20),
                Objects.requireNonNullElse(sendsAttendanceTaken, true),
                Objects.requireNonNullElse(massAbsencePercent, 60),
                Objects.requireNonNullElse(holdMinutes, 10),
                principal);
    }

    private static List<String> given(List<String> buildings) {
        if (buildings.contains(null)) {
            throw SchoolProblems.missing("buildings[%d]".formatted(buildings.indexOf(null)));
        }
        return buildings;
    }

    /** A region such as America/New_York; an offset would not know daylight saving. */
    private static ZoneId readZone(String zone) {
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            throw SchoolProblems.zone();
        }
        return ZoneId.of(zone);
    }
}
