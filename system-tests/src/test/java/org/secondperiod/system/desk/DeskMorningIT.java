package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondperiod.local.api.Api;
import org.secondperiod.local.district.School;
import org.secondperiod.local.stack.Layout;
import org.secondperiod.local.stack.Part;
import org.secondperiod.system.PlayedMorning;

/** A school's whole morning, to the last family: with keys alone, and with a thumb alone. */
@ExtendWith(PlayedMorning.class)
class DeskMorningIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int FEWEST = 20;
    private static final int MOST = 120;

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
    void withKeysAlone() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            var hands = desk.hands();
            hands.press("n");
            var calls = 0;
            for (; isLeft(page); calls++) {
                assertThat(calls).isLessThan(MOST);
                var called = mine(page);
                switch (calls % 4) {
                    case 0 -> hands.press("c").press("1");
                    case 1 -> hands.press("c").press("2");
                    case 2 -> hands.press("c").press("3");
                    default -> {
                        hands.press("c").press("5");
                        assertThat(page.locator("form.log")).isVisible();
                        hands.press("1");
                        assertThat(page.locator("textarea[name=note]")).isFocused();
                        hands.type("Missed the bus").press("Control+Enter");
                    }
                }
                isPast(page, called);
            }

            assertThat(calls).isGreaterThan(FEWEST);
            assertEverybodyIsCalled(School.SOCIAL_JUSTICE, "chen", calls);
            desk.assertQuiet();
        }
    }

    @Test
    void withAThumbAlone() {
        try (var desk = signIn(Screen.NARROW, "diallo")) {
            var page = desk.page();
            var hands = desk.hands();
            var calls = 0;
            for (; isLeft(page); calls++) {
                assertThat(calls).isLessThan(MOST);
                var called = page.url().replaceFirst(".*/", "");
                hands.tap(page.locator(".callbar .link"));
                switch (calls % 3) {
                    case 0 -> hands.tap(tile(page, "No answer"));
                    case 1 -> hands.tap(tile(page, "Voicemail"));
                    default ->
                        hands.tap(page.locator(".tile.reached"))
                                .tap(page.locator(
                                        "label.chip", new Page.LocatorOptions().setHasText("Coming in today")))
                                .tap(page.getByRole(
                                        AriaRole.BUTTON,
                                        new Page.GetByRoleOptions().setName(Pattern.compile("^Save"))));
                }
                isPast(page, called);
            }

            assertThat(calls).isGreaterThan(FEWEST / 2);
            assertEverybodyIsCalled(School.HARBOR_POINT, "diallo", calls);
            desk.assertQuiet();
        }
    }

    private static Desk signIn(Screen screen, String name) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), name);
        desk.settled();
        return desk;
    }

    /** Whether the strip says that somebody is still to be called. */
    private static boolean isLeft(Page page) {
        return !"0".equals(page.locator(".numbers .to-call b").textContent());
    }

    private static String mine(Page page) {
        assertThat(page.locator(".lease .mark.mine")).isVisible();
        return page.url().replaceFirst(".*/", "");
    }

    private static void isPast(Page page, String called) {
        assertThat(page).not().hasURL(Desk.addressOf(called));
    }

    private static Locator tile(Page page, String words) {
        return page.locator(".tile", new Page.LocatorOptions().setHasText(words));
    }

    /** Each call is written down once, and nobody waits. */
    private static void assertEverybodyIsCalled(School school, String caller, int calls) {
        await().atMost(SOON).untilAsserted(() -> {
            var morning = morning(school);
            assertThat(morning.path("uncalled").asInt()).isZero();
            assertThat(morning.path("callers"))
                    .filteredOn(each -> each.path("caller").asText().equals(caller))
                    .extracting(each -> each.path("calls").asInt())
                    .containsExactly(calls);
        });
    }

    private static JsonNode morning(School school) {
        return Api.as("okafor", layout)
                .get(
                        Part.OUTREACH,
                        "/v1/morning?school=%s&day=%s"
                                .formatted(school.id(), PlayedMorning.morning().day()))
                .path("items")
                .get(0);
    }
}
