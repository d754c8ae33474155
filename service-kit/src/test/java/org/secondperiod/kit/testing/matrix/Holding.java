package org.secondperiod.kit.testing.matrix;

/** In which way somebody has a role or scope. */
public enum Holding {
    OWN_SCHOOL,
    OTHER_SCHOOL,
    DISTRICT,
    /** For the own school, and over. */
    EXPIRED,
    /** For the own school, and taken away. */
    REVOKED;

    boolean isInForce() {
        return this != EXPIRED && this != REVOKED;
    }
}
