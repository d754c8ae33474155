package org.secondperiod.kit.testing.fuzz;

import org.secondperiod.kit.testing.matrix.Holding;

/**
 * Somebody who asks.
 *
 * @param named the role or scope
 * @param holding at the one school, or for the whole district
 */
record Asker(String named, Holding holding, String token) {

    /** Whether the other school's data may be shown to them. */
    boolean seesAll() {
        return holding == Holding.DISTRICT;
    }
}
