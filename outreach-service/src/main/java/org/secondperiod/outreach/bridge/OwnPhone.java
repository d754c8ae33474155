package org.secondperiod.outreach.bridge;

/** No bridge: whoever calls dials. */
public final class OwnPhone implements CallBridge {

    @Override
    public Kind kind() {
        return Kind.OWN_PHONE;
    }

    @Override
    public void connect(BridgedCall call) {
        throw BridgeProblems.noBridge();
    }
}
