package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.doors.Doors;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.SightingFact;
import org.secondperiod.outreach.schooldays.DayPlan;

/** A situation, seen from a moment of a day of school. */
record InView(Situation situation, DayPlan.Open plan, Instant now, Marks marks, Presence presence, Doors doors) {

    static InView of(Situation situation, DayPlan.Open plan, Instant now) {
        return new InView(
                situation,
                plan,
                now,
                new Marks(situation, plan),
                Presence.of(situation.facts(), plan, now),
                Doors.of(plan.buildings(), situation.readers()));
    }

    /** Whether scans are expected. On remote days and at schools without readers marks alone decide. */
    boolean doorsDecide() {
        return !plan.remote() && doors.exist(plan.cutOff());
    }

    /** Whether it means something that no scan came at all. */
    boolean scansWereDue() {
        return !plan.remote() && doors.wereThereBy(plan.cutOff());
    }

    /** What people of this school saw. */
    Stream<SightingFact> sightings() {
        return situation.facts().sightings().stream()
                .filter(sighting -> sighting.school().equals(plan.schoolId()));
    }

    /** When a scan comes into view whose reader's clock runs ahead of now; null if none does. */
    @Nullable
    Instant nextScan() {
        return presence.nextAfterNow();
    }

    /** The cut-off while it is ahead, or a scan that comes into view before it. */
    @Nullable
    Instant nextScanOrCutOff() {
        Instant scan = nextScan();
        boolean cutOffIsNext = now.isBefore(plan.cutOff()) && (scan == null || scan.isAfter(plan.cutOff()));
        return cutOffIsNext ? plan.cutOff() : scan;
    }

    Evidence evidence() {
        return evidence(marks.deciding().orElse(null));
    }

    /** The evidence, where another mark than usual decides. */
    Evidence evidence(@Nullable MarkFact mark) {
        return new Evidence(
                plan.zone(),
                plan.trigger().name(),
                mark,
                mark == null ? marks.unmapped().orElse(null) : null,
                presence.latest().orElse(null),
                sightings().max(Comparator.comparing(SightingFact::at)).orElse(null),
                doors.lastHeard().orElse(null),
                !doorsDecide(),
                presence.unused());
    }
}
