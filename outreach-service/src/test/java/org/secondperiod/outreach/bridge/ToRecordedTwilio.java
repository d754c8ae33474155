package org.secondperiod.outreach.bridge;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.secondperiod.kit.testing.twilio.RecordedTwilio;
import org.secondperiod.outreach.bridge.twilio.TwilioBridge;

/** What a bridge is configured with that calls by a recorded Twilio. */
final class ToRecordedTwilio {

    private ToRecordedTwilio() {}

    /** A bridge that it lets in. */
    static TwilioBridge bridge(RecordedTwilio twilio) {
        return TwilioBridge.of(config(twilio, RecordedTwilio.SECRET));
    }

    static BridgeConfig.Twilio config(RecordedTwilio twilio, String secret) {
        return new BridgeConfig.Twilio() {
            @Override
            public URI url() {
                return twilio.address();
            }

            @Override
            public Optional<String> account() {
                return Optional.of(RecordedTwilio.ACCOUNT);
            }

            @Override
            public Optional<String> key() {
                return Optional.of(RecordedTwilio.KEY);
            }

            @Override
            public Optional<String> secret() {
                return Optional.of(secret);
            }

            @Override
            public Optional<String> callerId() {
                return Optional.of(RecordedTwilio.CALLER_ID);
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(2);
            }
        };
    }
}
