package org.secondperiod.outreach.bridge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Connects a caller with a family. It only ever connects two people: nothing is played, nothing is recorded. */
public interface CallBridge {

    /** How calls are placed. */
    @Schema(name = "CallBridgeKind")
    enum Kind {
        /** The caller dials, with the number on the card. */
        OWN_PHONE,
        /** The caller's telephone rings, and then the family's, which shows the district's number. */
        TWILIO
    }

    /** How this one places calls. */
    Kind kind();

    /**
     * Asks for a call. That it was asked for does not say that anybody answers: the caller hears that, and logs it.
     *
     * @throws BridgeException if nobody's telephone rings, or nobody knows whether one does
     */
    void connect(BridgedCall call);
}
