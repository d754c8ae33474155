package org.secondperiod.kit.delivery;

/**
 * What keeps a consumer from working.
 *
 * @param whose whose fault it is
 * @param what the kind of the fault, without any of the data
 */
record Trouble(Whose whose, String what) {

    /** Whose fault it is: of what the service depends on, which nobody mends by starting the service again, or its own. */
    enum Whose {
        DATABASE,
        BROKERS,
        OURS
    }
}
