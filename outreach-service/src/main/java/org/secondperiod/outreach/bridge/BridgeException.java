package org.secondperiod.outreach.bridge;

/** A bridge has not placed a call. Its message holds no number. */
public final class BridgeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** The caller's own telephone cannot be rung. */
        RING,
        /** The family's number cannot be dialled from there. */
        DIAL,
        /** The bridge does not let the district in, or not at this rate of calls: the operator has to look. */
        REFUSED,
        /** The bridge does not answer, or not in time: nobody knows whether a telephone rings. */
        AWAY
    }

    private final Why why;

    public BridgeException(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
