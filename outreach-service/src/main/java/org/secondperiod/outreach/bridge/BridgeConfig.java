package org.secondperiod.outreach.bridge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How calls are placed. */
@ConfigMapping(prefix = "secondperiod.outreach.call-bridge")
public interface BridgeConfig {

    /** Default OWN_PHONE: whoever calls dials. */
    @WithDefault("OWN_PHONE")
    CallBridge.Kind kind();

    /** Where it is TWILIO. */
    Twilio twilio();

    /** An account at Twilio. Give a key of its own and not the account's token: a key can be taken back. */
    interface Twilio {

        /** Where its API is. */
        @WithDefault("https://api.twilio.com")
        URI url();

        /** The account (AC...). */
        Optional<String> account();

        /** The API key (SK...), or the account again. */
        Optional<String> key();

        /** The key's secret. */
        Optional<String> secret();

        /** The number that families see: bought there, or verified there as the district's own. E.164. */
        Optional<String> callerId();

        /** How long it may take to say that it will call. */
        @WithDefault("5s")
        Duration timeout();
    }
}
