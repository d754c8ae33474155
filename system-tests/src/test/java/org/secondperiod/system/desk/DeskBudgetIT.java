package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.clock.ClockFile;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** How many keys and taps a caller's morning takes, from the number on the screen to the next family. They are ceilings, and are asserted. */
@ExtendWith(PlayedMorning.class)
class DeskBudgetIT {

    private static final String SCHOOL = School.BRONX_LAB.id();
    private static final String CALLER = "rivera";
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final int NOT_REACHED = 2;
    private static final int REACHED = 4;
    private static final int CALL_BACK = 3;
    private static final int CALL_BACK_TAPS = 4;
    private static final int MOST_TRIES = 10;

    private static Chromium chromium;
    private static Layout layout;

    @BeforeAll
    static void open() {
        layout = PlayedMorning.morning().stack().layout();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aVoicemailTakesTwoKeysAndTheWayBackIsThere() {
        try (var desk = signIn(Screen.WIDE)) {
            var called = desk.somebodyWithANumber();
            var hands = desk.hands();

            hands.press("c").press("2");

            assertThat(hands.keys()).isLessThanOrEqualTo(NOT_REACHED);
            assertThat(desk.page()).not().hasURL(Desk.addressOf(called));
            assertThat(desk.page().locator(".toast")).containsText("Voicemail");
            assertThat(desk.page().locator(".toast .link")).isEnabled();
            assertOutcome(called, "VOICEMAIL_LEFT");
        }
    }

    @Test
    void aWrongNumberTakesTwoKeysAndTheNextNumberOfTheFamilyIsThere() {
        var task = withTwoNumbers();
        callerHoldsNobody();
        as(CALLER).post(Part.OUTREACH, "/v1/call-tasks/" + task + "/claim", Map.of());
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            desk.open("/s/" + SCHOOL + "/calls/" + task);
            assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
            var first = page.locator(".number.is-next a.call").getAttribute("href");
            var hands = desk.hands();

            hands.press("c").press("4");

            assertThat(hands.keys()).isLessThanOrEqualTo(NOT_REACHED);
            assertThat(page.locator(".toast")).containsText("Wrong number");
            assertThat(page).hasURL(Desk.addressOf(task));
            assertThat(page.locator(".number.is-next a.call")).not().hasAttribute("href", first);
            assertOutcome(task, "WRONG_NUMBER");
        }
    }

    @Test
    void callingBackLaterTakesOneKeyMoreForTheTime() {
        try (var desk = signIn(Screen.WIDE)) {
            var called = desk.somebodyWithANumber();
            var hands = desk.hands();

            hands.press("c").press("9");
            assertThat(desk.page().locator("log-call button.chip").first()).isFocused();
            hands.press("Enter");

            assertThat(hands.keys()).isLessThanOrEqualTo(CALL_BACK);
            assertThat(desk.page()).not().hasURL(Desk.addressOf(called));
            assertOutcome(called, "CALL_BACK_AT");
        }
    }

    @Test
    void onAPhoneTheTelephoneAndTheOutcomeAreTwoTaps() {
        try (var desk = signIn(Screen.NARROW)) {
            var page = desk.page();
            var called = myNextOnAPhone(desk);
            var hands = desk.hands();

            hands.tap(page.locator(".callbar a.call")).tap(tile(page, "Voicemail"));

            assertThat(hands.taps()).isLessThanOrEqualTo(NOT_REACHED);
            assertThat(page).not().hasURL(Desk.addressOf(called));
            assertOutcome(called, "VOICEMAIL_LEFT");
        }
    }

    @Test
    void onAPhoneAFamilyThatIsReachedIsFourTaps() {
        try (var desk = signIn(Screen.NARROW)) {
            var page = desk.page();
            var called = myNextOnAPhone(desk);
            var hands = desk.hands();

            hands.tap(page.locator(".callbar a.call")).tap(page.locator(".tile.reached"));
            hands.tap(page.locator("label.chip", new Page.LocatorOptions().setHasText("Coming in today")));
            assertThat(page.locator("textarea[name=note]")).isFocused();
            hands.type("Missed the bus");
            hands.tap(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Save"))));

            assertThat(hands.taps()).isLessThanOrEqualTo(REACHED);
            assertThat(page.locator(".toast")).containsText("Coming in today");
            assertOutcome(called, "REACHED_GUARDIAN");
        }
    }

    @Test
    void onAPhoneCallingBackLaterIsTheTimeMore() {
        try (var desk = signIn(Screen.NARROW)) {
            var page = desk.page();
            var called = myNextOnAPhone(desk);
            var hands = desk.hands();

            hands.tap(page.locator(".callbar a.call"))
                    .tap(tile(page, "More"))
                    .tap(tile(page, "Asked to be called back"))
                    .tap(page.locator("log-call button.chip").first());

            assertThat(hands.taps()).isLessThanOrEqualTo(CALL_BACK_TAPS);
            assertOutcome(called, "CALL_BACK_AT");
        }
    }

    @Test
    void whoWalksInTakesNothingAtAll() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            page.locator(".task:not(.taken)").last().click();
            var taskId = page.url().replaceFirst(".*/", "");
            var hands = desk.hands();

            as("doors")
                    .post(
                            Part.ENTRY,
                            "/v1/scans",
                            Map.of(
                                    "readerId", "R-EAST-MAIN",
                                    "studentId", task(taskId).path("studentId").asText(),
                                    "scannedAt",
                                            new ClockFile(layout.clockFile())
                                                    .now()
                                                    .toString()));

            assertThat(page.locator(".banner.arrived")).isVisible();
            assertThat(hands.keys() + hands.taps()).isZero();
            await().atMost(SOON)
                    .untilAsserted(() ->
                            assertThat(task(taskId).path("state").asText()).isEqualTo("ARRIVED"));
        }
    }

    private static Desk signIn(Screen screen) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), CALLER);
        desk.settled();
        return desk;
    }

    /** A family with a number, on a phone, where the next family is the caller's once the one before is written down. */
    private static String myNextOnAPhone(Desk desk) {
        var page = desk.page();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            var before = page.url().replaceFirst(".*/", "");
            page.locator(".callbar .link").tap();
            tile(page, "Busy").tap();
            assertThat(page).not().hasURL(Desk.addressOf(before));
            assertThat(page.locator(".lease .mark.mine")).isVisible();
            if (page.locator(".callbar a.call").isVisible()) {
                return page.url().replaceFirst(".*/", "");
            }
        }
        throw new AssertionError("nobody here can be called");
    }

    private static Locator tile(Page page, String words) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(words));
    }

    /** A family of whom nobody has dialled anything, with two numbers that may be. */
    private static String withTwoNumbers() {
        return tasks().filter(task -> task.path("claimedBy").isMissingNode())
                .map(task -> task.path("taskId").asText())
                .filter(taskId -> dialable(taskId) >= 2 && attempts(taskId).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static long dialable(String taskId) {
        var card = as(CALLER).get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/card");
        return items(card.path("callees"))
                .flatMap(callee -> items(callee.path("numbers")))
                .filter(number -> number.path("mayBeDialledNow").asBoolean())
                .count();
    }

    /** Whom tests before this one left them with, they have called. */
    private static void callerHoldsNobody() {
        tasks("CLAIMED")
                .filter(task -> task.path("claimedBy").asText().equals(CALLER))
                .forEach(task -> as(CALLER)
                        .post(
                                Part.OUTREACH,
                                "/v1/call-tasks/" + task.path("taskId").asText() + "/attempts",
                                Map.of("outcome", "NO_ANSWER", "keepClaim", false)));
    }

    private static Stream<JsonNode> tasks() {
        return tasks("OPEN");
    }

    private static Stream<JsonNode> tasks(String state) {
        return items(as(CALLER)
                .get(
                        Part.OUTREACH,
                        "/v1/call-tasks?school=%s&day=%s&state=%s&limit=1000"
                                .formatted(SCHOOL, PlayedMorning.morning().day(), state))
                .path("items"));
    }

    private static void assertOutcome(String taskId, String outcome) {
        await().atMost(SOON).untilAsserted(() -> assertThat(attempts(taskId)).contains(outcome));
    }

    private static List<String> attempts(String taskId) {
        return items(as(CALLER)
                        .get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts")
                        .path("items"))
                .map(attempt -> attempt.path("outcome").asText())
                .toList();
    }

    private static JsonNode task(String taskId) {
        return as(CALLER).get(Part.OUTREACH, "/v1/call-tasks/" + taskId);
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
