package org.secondperiod.outreach.bridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.secondperiod.outreach.bridge.twilio.TwilioBridge;

/** The bridge that is configured. A service does not start with half of one. */
@ApplicationScoped
class CallBridges {

    @Produces
    @ApplicationScoped
    CallBridge bridge(BridgeConfig config) {
        return switch (config.kind()) {
            case OWN_PHONE -> new OwnPhone();
            case TWILIO -> TwilioBridge.of(config.twilio());
        };
    }
}
