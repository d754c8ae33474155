package org.secondperiod.outreach.facts;

import java.time.Instant;
import java.util.Comparator;
import org.secondperiod.kit.ids.SchoolId;

/**
 * A member of staff saw the student, or checked the door system by hand.
 *
 * @param at when it was seen or checked; kept to the millisecond
 * @param by who says so
 */
public record SightingFact(String sightingId, SchoolId school, Seen seen, Instant at, String by) {

    /** Two tellings under one id: any fixed winner will do; the later one it is. */
    static final Comparator<SightingFact> LATER = Comparator.comparing(SightingFact::at)
            .thenComparing(SightingFact::seen)
            .thenComparing(SightingFact::by)
            .thenComparing(SightingFact::school);

    public SightingFact {
        at = Millis.of(at);
    }

    /** What was found. */
    public enum Seen {
        IN_BUILDING,
        NOT_IN
    }
}
