package org.secondperiod.kit.testing.fuzz;

/**
 * Somebody who asks.
 *
 * @param seesAll whether the other school's data may be shown to them
 */
record Asker(String token, boolean seesAll) {}
