package org.secondperiod.outreach.bridge;

/**
 * A call to be placed.
 *
 * @param ring the caller's telephone, E.164; it rings first
 * @param dial the family's, E.164; it rings when the caller has answered
 */
public record BridgedCall(String ring, String dial) {

    /** Shows no number, so that none comes into a log by accident. */
    @Override
    public String toString() {
        return "BridgedCall";
    }
}
