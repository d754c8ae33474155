package org.secondperiod.local.drills;

/** What is rehearsed, on a district that may be broken. */
@FunctionalInterface
public interface Drill {

    /** Does it, and notes what is proved by it. */
    void rehearse(DrillDistrict district, Proofs proofs);
}
