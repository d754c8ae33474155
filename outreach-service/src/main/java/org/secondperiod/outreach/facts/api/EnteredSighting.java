package org.secondperiod.outreach.facts.api;

import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.secondperiod.outreach.facts.Sighting;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.facts.SightingFact.Seen;

/** What was entered. */
@Schema(name = "EnteredSighting")
public record EnteredSighting(
        String sightingId,
        String studentId,
        String schoolId,
        LocalDate schoolDay,

        @Schema(enumeration = {"in-building", "not-in"}) String seen,

        Instant at,
        String by) {

    static EnteredSighting of(Sighting sighting) {
        SightingFact fact = sighting.fact();
        return new EnteredSighting(
                fact.sightingId(),
                sighting.student().value(),
                fact.school().value(),
                sighting.of().day().date(),
                fact.seen() == Seen.IN_BUILDING ? "in-building" : "not-in",
                fact.at(),
                fact.by());
    }
}
