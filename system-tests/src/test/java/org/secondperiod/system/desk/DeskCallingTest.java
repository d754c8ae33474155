package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** Families are called from the desk: how many keys and taps it takes, what is written down, and that it is written down once. */
@ExtendWith(PlayedMorning.class)
class DeskCallingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** What a call costs a caller's hands, as the design has it: where nobody was reached, and beside the words where somebody was. */
    private static final int NOT_REACHED = 2;

    private static final int REACHED = 4;

    private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyz0123456789";

    /** Long enough for what a key does to be seen. */
    private static final double A_MOMENT = 500;

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
    void noAnswerTakesTwoKeysAndTheNextFamilyIsThere() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            var called = desk.somebodyWithANumber();
            var name = page.locator(".card h1").innerText();
            var hands = desk.hands();

            hands.press("c").press("1");

            assertThat(hands.keys()).isEqualTo(NOT_REACHED);
            assertThat(page.locator(".card h1")).not().hasText(name);
            assertThat(page.locator(".toast")).containsText("No answer");
            assertThat(page.locator(".callee").first()).isVisible();
            assertThat(mine(page)).isNotEqualTo(called);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(attempts(called)).isOne());
        }
    }

    @Test
    void whatWasWrittenDownCanBeTakenBack() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            page.keyboard().press("n");
            var called = mine(page);
            assertThat(page.locator(".tile").first()).isVisible();
            page.keyboard().press("2");
            assertThat(page.locator(".toast .link")).isEnabled();

            page.keyboard().press("u");

            assertThat(page).hasURL(Pattern.compile(".*" + called + "$"));
            assertThat(page.locator(".task[aria-current]")).isVisible();
        }
    }

    @Test
    void reachedTakesFourKeysAndTheWords() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            var called = desk.somebodyWithANumber();
            var name = task(called, "student", "givenName") + " " + task(called, "student", "familyName");
            var hands = desk.hands();

            hands.press("c").press("5");
            assertThat(page.locator("form.log")).isVisible();
            hands.press("1");
            assertThat(page.locator("textarea[name=note]")).isFocused();
            hands.type("1 missed bus, 5 minutes away").press("Control+Enter");

            assertThat(hands.keys()).isEqualTo(REACHED);
            assertThat(page.locator(".toast")).containsText("Coming in today");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(task(called, "state")).isEqualTo("AWAITING_ARRIVAL"));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Expected")))
                    .click();
            assertThat(page.locator("table")).containsText(name);
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void aCallThatIsWrittenDownWithoutAConnectionIsSentOnceWhenThereIsOne() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            page.keyboard().press("n");
            var called = mine(page);
            assertThat(page.locator(".tile").first()).isVisible();
            var before = attempts(called);
            page.context().setOffline(true);

            page.keyboard().press("3");

            assertThat(page.locator(".toast")).containsText("Busy");
            assertThat(attempts(called)).isEqualTo(before);
            page.context().setOffline(false);
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(attempts(called)).isEqualTo(before + 1));
            page.waitForTimeout(1500);
            assertThat(attempts(called)).isEqualTo(before + 1);
        }
    }

    @Test
    void onAPhoneItTakesTwoTaps() {
        try (var desk = signIn(Screen.NARROW)) {
            var page = desk.page();
            var called = page.url().replaceFirst(".*/", "");
            var before = attempts(called);
            var hands = desk.hands();

            hands.tap(page.locator(".callbar .link")).tap(page.locator(".tile").first());

            assertThat(hands.taps()).isEqualTo(NOT_REACHED);
            assertThat(page.locator(".toast")).containsText("No answer");
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(attempts(called)).isEqualTo(before + 1));
            assertThat(desk.findings()).isEmpty();
        }
    }

    @Test
    void everyKeyThatDoesAnythingIsListedAndStandsOnItsTile() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            page.keyboard().press("?");
            var listed = page.locator("dialog.help kbd").allInnerTexts().stream()
                    .flatMap(keys -> Stream.of(keys.toLowerCase(Locale.ROOT).split("\\s+")))
                    .collect(toSet());
            page.locator("dialog.help button").click();
            assertThat(listed).contains("n", "c", "1", "5", "6", "9", "u");
            IntStream.rangeClosed(1, 9)
                    .forEach(key -> assertThat(page.locator(".tile[data-key='" + key + "']"))
                            .isVisible());

            assertNothingComesOf(page, lettersAndDigits().filter(key -> !listed.contains(key)));
        }
    }

    @Test
    void aKeyDoesNothingWhereItsTileIsNotShown() {
        try (var desk = signIn(Screen.NARROW)) {
            var page = desk.page();
            page.locator(".callbar .link").tap();
            assertThat(page.locator(".tile").first()).isVisible();
            assertNothingComesOf(page, Stream.of("6", "7", "8", "9"));

            page.locator(".tile[aria-expanded]").tap();
            page.keyboard().press("9");

            assertThat(page.locator("log-call button.chip").first()).isVisible();
        }
    }

    @Test
    void whoSwitchesSingleKeysOffPressesThemInVain() {
        try (var desk = signIn(Screen.WIDE)) {
            var page = desk.page();
            switchSingleKeys(page);
            assertNothingComesOf(page, Stream.concat(lettersAndDigits(), Stream.of("/", "?")));

            switchSingleKeys(page);
            page.keyboard().press("?");

            assertThat(page.locator("dialog.help")).isVisible();
        }
    }

    private static Stream<String> lettersAndDigits() {
        return LETTERS_AND_DIGITS.chars().mapToObj(Character::toString);
    }

    private static void switchSingleKeys(Page page) {
        page.locator(".menu summary").click();
        page.locator(".menu-body .check").click();
        page.locator("#main").focus();
        assertThat(page.locator(".menu-body")).isHidden();
    }

    private static void assertNothingComesOf(Page page, Stream<String> keys) {
        var before = page.url();
        keys.forEach(key -> page.keyboard().press(key));
        page.waitForTimeout(A_MOMENT);
        assertThat(page.url()).isEqualTo(before);
        assertThat(page.locator(".toast, form.log, log-call .chip, dialog[open]"))
                .hasCount(0);
        assertThat(page.locator(".tile").first()).isVisible();
    }

    private static Desk signIn(Screen screen) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), "diallo");
        desk.settled();
        return desk;
    }

    /** The task that this desk has now. */
    private static String mine(Page page) {
        assertThat(page.locator(".task[aria-current] .mark.mine")).isVisible();
        return page.url().replaceFirst(".*/", "");
    }

    private static long attempts(String taskId) {
        return as("okafor")
                .get(Part.OUTREACH, "/v1/call-tasks/" + taskId + "/attempts")
                .path("items")
                .size();
    }

    private static String task(String taskId, String... path) {
        return as("okafor")
                .get(Part.OUTREACH, "/v1/call-tasks/" + taskId)
                .at("/" + String.join("/", path))
                .asText();
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
