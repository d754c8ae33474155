package org.secondperiod.outreach.whereabouts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.secondperiod.outreach.facts.MarkFact;
import org.secondperiod.outreach.facts.ScanFact;
import org.secondperiod.outreach.facts.SightingFact;

/**
 * Both sides of the evidence, as of the moment of the decision.
 *
 * @param zone the school's zone, to tell times as the school's clocks do
 * @param triggerPeriod the period whose mark starts outreach for this student
 * @param mark the deciding mark: the trigger period's, else the day's
 * @param unmapped where no mark decides, the one there is whose code nobody has mapped
 * @param scan the latest usable scan at the school's buildings
 * @param sighting the latest sighting at the school
 * @param doorsLastHeard when a door of the school was last heard from
 * @param marksAlone no doors to ask: a remote day, or a school without readers
 * @param unusedScans scans that were kept and not used, with the reason
 */
public record Evidence(
        ZoneId zone,
        String triggerPeriod,
        @Nullable MarkFact mark,
        @Nullable MarkFact unmapped,
        @Nullable ScanFact scan,
        @Nullable SightingFact sighting,
        @Nullable Instant doorsLastHeard,
        boolean marksAlone,
        List<UnusedScan> unusedScans) {

    /** Nothing was looked at: there was nothing to decide. */
    static Evidence none(ZoneId zone) {
        return new Evidence(zone, "", null, null, null, null, null, true, List.of());
    }

    /** A scan that is no evidence, and why. */
    public record UnusedScan(ScanFact scan, ScanFact.Unusable why) {}
}
