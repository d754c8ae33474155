package org.secondperiod.outreach.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondperiod.kit.testing.twilio.RecordedTwilio;
import org.secondperiod.outreach.bridge.BridgeException.Why;
import org.secondperiod.outreach.bridge.twilio.TwilioBridge;

class TwilioBridgeTest {

    private static final BridgedCall CALL = new BridgedCall("+17185550100", "+17185550142");

    private final RecordedTwilio twilio = new RecordedTwilio();

    @AfterEach
    void close() {
        twilio.close();
    }

    @Test
    void ringsTheCallerAndDialsTheFamilyWithTheDistrictsNumberAndRecordsNothing() {
        ToRecordedTwilio.bridge(twilio).connect(CALL);

        assertThat(twilio.asked())
                .singleElement()
                .satisfies(
                        fields -> assertThat(fields)
                                .containsEntry("To", "+17185550100")
                                .containsEntry("From", RecordedTwilio.CALLER_ID)
                                .containsEntry("Record", "false")
                                .containsEntry(
                                        "Twiml",
                                        "<Response><Dial callerId=\"+17185550199\" timeout=\"45\"><Number>+17185550142</Number></Dial></Response>"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid-to, RING",
        "400, unverified-from, REFUSED",
        "429, too-many, REFUSED",
        "500, too-many, AWAY",
        "200, created, REFUSED"
    })
    void saysWhyNotAndNoNumber(int status, String recorded, Why why) {
        twilio.answers(status, recorded);

        BridgeException thrown = catchThrowableOfType(
                BridgeException.class, () -> ToRecordedTwilio.bridge(twilio).connect(CALL));

        assertThat(thrown.why()).isEqualTo(why);
        assertThat(thrown).hasMessageNotContaining("555").hasNoCause();
    }

    @Test
    void aKeyThatIsNotLetInIsTheOperatorsMatter() {
        TwilioBridge other = TwilioBridge.of(ToRecordedTwilio.config(twilio, "taken back"));

        BridgeException thrown = catchThrowableOfType(BridgeException.class, () -> other.connect(CALL));

        assertThat(thrown.why()).isEqualTo(Why.REFUSED);
        assertThat(thrown).hasMessage("Twilio answered 401, code 20003");
        assertThat(twilio.asked()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerInTimeMayCallAllTheSame() {
        twilio.takes(Duration.ofSeconds(4));

        BridgeException thrown = catchThrowableOfType(
                BridgeException.class, () -> ToRecordedTwilio.bridge(twilio).connect(CALL));

        assertThat(thrown.why()).isEqualTo(Why.AWAY);
        assertThat(twilio.asked()).as("asked once, and not again").hasSize(1);
    }

    @Test
    void whoIsNotThereIsAway() {
        twilio.close();

        BridgeException thrown = catchThrowableOfType(
                BridgeException.class, () -> ToRecordedTwilio.bridge(twilio).connect(CALL));

        assertThat(thrown.why()).isEqualTo(Why.AWAY);
    }

    @Test
    void halfAnAccountIsNone() {
        BridgeConfig.Twilio config = ToRecordedTwilio.config(twilio, " ");

        assertThatThrownBy(() -> TwilioBridge.of(config))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("secondperiod.outreach.call-bridge.twilio.secret");
        assertThat(Optional.of(CALL).toString()).as("a call in a log").doesNotContain("555");
    }
}
