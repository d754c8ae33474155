package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondperiod.kit.testing.twilio.RecordedTwilio;

/** Where the district has a call bridge: whose telephone rings, and how often; and what a caller is told when none does. */
class DeskBridgeIT {

    private static final LocalTime MORNING = LocalTime.of(9, 5);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration PATIENCE_OF_THE_SERVICE = Duration.ofSeconds(2);

    /** The caller's own telephone, as it is typed. */
    private static final String MINE = "(718) 555-0100";

    /** So often a telephone is rung for one call, as outreach-service has it. */
    private static final int MOST_RINGS = 5;

    private static final String RINGING = "Your telephone is about to ring. Answer it, and the family is called.";
    private static final String NOT_MINE = "Your telephone cannot be rung: give another number.";
    private static final String REFUSES = "The bridge places no call now. Dial the number yourself.";
    private static final String AWAY =
            "The bridge does not answer. If your telephone does not ring within a minute, dial the number yourself.";
    private static final String TOO_MANY =
            "The bridge has rung you often enough for this call. Dial the number yourself.";

    private static RecordedTwilio twilio;
    private static OwnFamilies families;

    @BeforeAll
    static void start() {
        twilio = new RecordedTwilio();
        families = OwnFamilies.start("bridge", MORNING, environment(), 4);
    }

    /** As a district sets it for outreach-service. */
    private static Map<String, String> environment() {
        var bridge = "SECONDPERIOD_OUTREACH_CALL_BRIDGE_";
        return Map.of(
                bridge + "KIND", "TWILIO",
                bridge + "TWILIO_URL", twilio.address().toString(),
                bridge + "TWILIO_ACCOUNT", RecordedTwilio.ACCOUNT,
                bridge + "TWILIO_KEY", RecordedTwilio.KEY,
                bridge + "TWILIO_SECRET", RecordedTwilio.SECRET,
                bridge + "TWILIO_CALLER_ID", RecordedTwilio.CALLER_ID,
                bridge + "TWILIO_TIMEOUT", PATIENCE_OF_THE_SERVICE.toString());
    }

    @AfterAll
    static void close() {
        families.close();
        twilio.close();
    }

    @BeforeEach
    void itCalls() {
        twilio.answers(201, "created");
        twilio.takes(Duration.ZERO);
    }

    @Test
    void theCallersTelephoneRingsOnceAndThenTheFamilys() {
        try (var desk = families.openCard("rivera", 1)) {
            var ring = ringMe(desk);
            ring.locator("button.call").click();
            assertThat(mine(ring)).isFocused();
            assertThat(desk.findings()).isEmpty();
            assertThat(desk.page().locator("a[href^='tel:']")).hasCount(0);

            ringOn(ring, MINE);

            assertThat(said(ring)).hasText(RINGING);
            assertThat(asked(1))
                    .singleElement()
                    .satisfies(call -> assertThat(call)
                            .containsEntry("To", "+17185550100")
                            .containsEntry("From", RecordedTwilio.CALLER_ID)
                            .containsEntry("Record", "false"));
            assertThat(desk.page().locator(".lease .mark.mine")).isVisible();
            assertThat(desk.page().locator(".card")).hasClass(Pattern.compile("has-dialled"));

            desk.page().keyboard().press("c");

            // Where that did not ring, whoever calls asks once more, and is not asked for their number again.
            await().atMost(SOON).untilAsserted(() -> assertThat(asked(1)).hasSize(2));
            assertThat(said(ring)).hasText(RINGING);
            assertThat(ring.getByText("rings " + MINE)).isVisible();
            desk.assertQuiet();
        }
    }

    @Test
    void aTelephoneThatCannotBeRungIsAskedForAgain() {
        try (var desk = families.openCard("chen", 2)) {
            var ring = ringMe(desk);
            ring.locator("button.call").click();

            ringOn(ring, "911");

            assertThat(said(ring)).hasText(NOT_MINE);
            assertThat(mine(ring)).isFocused();
            assertThat(asked(2)).isEmpty();
            twilio.answers(400, "invalid-to");
            ringOn(ring, "(718) 555-0108");
            await().atMost(SOON).untilAsserted(() -> assertThat(asked(2)).hasSize(1));
            assertThat(said(ring)).hasText(NOT_MINE);
            assertThat(mine(ring)).isFocused();
            twilio.answers(201, "created");

            ringOn(ring, MINE);

            assertThat(said(ring)).hasText(RINGING);
            assertThat(asked(2))
                    .hasSize(2)
                    .last()
                    .satisfies(call -> assertThat(call).containsEntry("To", "+17185550100"));
        }
    }

    @Test
    void whereTheBridgeDoesNotCallThatIsSaidAndTheNumberCanBeDialled() {
        try (var desk = families.openCard("diallo", 3)) {
            var ring = ringMe(desk);
            var byHand = byHand(ring, 3);
            twilio.answers(500, "too-many");
            ring.locator("button.call").click();
            ringOn(ring, MINE);
            assertThat(said(ring)).hasText(AWAY);
            assertThat(byHand).containsText(FamilyRoster.mothersNumber(3));
            assertThat(desk.findings()).isEmpty();

            twilio.answers(401, "unauthorized");
            ring.locator("button.call").click();
            assertThat(said(ring)).hasText(REFUSES);
            assertThat(byHand).isVisible();

            twilio.answers(201, "created");
            twilio.takes(PATIENCE_OF_THE_SERVICE.multipliedBy(2));
            ring.locator("button.call").click();
            assertThat(said(ring)).hasText(AWAY);
            assertThat(asked(3)).as("each press once").hasSize(3);

            byHand.click();

            assertThat(desk.page().locator(".card")).hasClass(Pattern.compile("has-dialled"));
            assertThat(desk.page().locator(".lease .mark.mine")).isVisible();
        }
    }

    @Test
    void afterAFewRingsTheCallerIsToldToDial() {
        try (var desk = families.openCard("okafor", 4)) {
            var ring = ringMe(desk);
            ring.locator("button.call").click();
            ringOn(ring, MINE);
            awaitRings(ring, 1);
            for (int rings = 2; rings <= MOST_RINGS; rings++) {
                ring.locator("button.call").click();
                awaitRings(ring, rings);
            }

            ring.locator("button.call").click();

            assertThat(said(ring)).hasText(TOO_MANY);
            assertThat(byHand(ring, 4)).isVisible();
            assertThat(asked(4)).hasSize(MOST_RINGS);
        }
    }

    private static void awaitRings(Locator ring, int rings) {
        await().atMost(SOON).untilAsserted(() -> assertThat(asked(4)).hasSize(rings));
        assertThat(said(ring)).hasText(RINGING);
    }

    /** What rings the caller, at the number that is next. */
    private static Locator ringMe(Desk desk) {
        return desk.page().locator(".number.is-next ring-me");
    }

    private static Locator mine(Locator ring) {
        return ring.getByLabel("Your own telephone, which rings first");
    }

    private static Locator said(Locator ring) {
        return ring.locator("[role=status]");
    }

    private static Locator byHand(Locator ring, int n) {
        return ring.locator("a[href='tel:" + FamilyRoster.mothersDialled(n) + "']");
    }

    /** Says what the caller's telephone is, and has it rung. */
    private static void ringOn(Locator ring, String number) {
        mine(ring).fill(number);
        ring.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ring me"))
                .click();
    }

    /** Which calls the bridge was asked for that dial the family. */
    private static List<Map<String, String>> asked(int n) {
        return twilio.asked().stream()
                .filter(call -> call.getOrDefault("Twiml", "")
                        .contains("<Number>" + FamilyRoster.mothersDialled(n) + "</Number>"))
                .toList();
    }
}
