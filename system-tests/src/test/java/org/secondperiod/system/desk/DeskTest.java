package org.secondperiod.system.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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

/** Callers and leads at the desk, after the demo's morning: what they see, and what happens while they look. */
@ExtendWith(PlayedMorning.class)
class DeskTest {

    private static final String SCHOOL = School.SOCIAL_JUSTICE.id();
    private static final Duration LIVE = Duration.ofSeconds(20);

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
    void aCallerSignsInAndSeesWhomToCallAndWhy() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            assertThat(page.locator(".card h1")).not().isEmpty();
            assertThat(page.locator(".evidence")).containsText("Marked absent in period 1 at");
            assertThat(page.locator(".numbers .to-call b")).hasText(String.valueOf(toCall()));
            assertThat(page.locator(".connection")).containsText("live");
            assertThat(page).hasURL(Pattern.compile(".*/s/" + SCHOOL + "/calls/[\\w.:-]+$"));
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    @Test
    void onAPhoneTheSameFitsAndIsInReach() {
        try (var desk = signIn(Screen.NARROW, "chen")) {
            var page = desk.page();
            assertThat(page.locator(".card h1")).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("To the list"))
                    .tap();
            assertThat(page.locator(".queue")).isVisible();
            assertThat(page.locator(".card")).isHidden();
            page.locator(".task").nth(1).tap();
            assertThat(page.locator(".card h1")).isVisible();
            assertThat(desk.findings()).isEmpty();
            desk.assertQuiet();
        }
    }

    @Test
    void keysAloneAreEnoughAndSleepWhereSomebodyTypes() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            var first = page.locator(".card h1").innerText();
            page.keyboard().press("j");
            assertThat(page.locator(".card h1")).not().hasText(first);
            page.keyboard().press("/");
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type("jnk?");
            assertThat(page.locator("#q")).hasValue("jnk?");
            page.locator("#q").fill("san");
            page.keyboard().press("Enter");
            assertThat(page.locator(".results li").first()).isVisible();
            assertThat(page).hasURL(Pattern.compile(".*/find$"));
            desk.assertQuiet();
        }
    }

    @Test
    void twoCallersAreNeverGivenTheSameFamily() {
        try (var one = signIn(Screen.WIDE, "chen");
                var other = signIn(Screen.WIDE, "okafor")) {
            other.open("/s/" + SCHOOL + "/calls");

            one.page().keyboard().press("n");
            other.page().keyboard().press("n");

            assertThat(one.page().locator(".task[aria-current] .mark.mine")).isVisible();
            assertThat(other.page().locator(".task[aria-current] .mark.mine")).isVisible();
            assertThat(other.page().url()).isNotEqualTo(one.page().url());
            assertThat(other.page().locator(".task.taken")).containsText("chen has this");
        }
    }

    @Test
    void aScanClosesTheCardWhileSomebodyLooksAtIt() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            page.locator(".task:not(.of-household)").last().click();
            var name = page.locator(".card h1").innerText();
            var taskId = page.url().replaceFirst(".*/", "");
            var task = as("okafor").get(Part.OUTREACH, "/v1/call-tasks/" + taskId);
            var before = page.locator(".tasks .task").count();

            as("doors")
                    .post(
                            Part.ENTRY,
                            "/v1/scans",
                            Map.of(
                                    "readerId", "R-SOUTH-MAIN",
                                    "studentId", task.path("studentId").asText(),
                                    "scannedAt", now()));

            assertThat(page.locator(".banner.arrived")).isVisible(within(LIVE));
            assertThat(page.locator(".card h1")).hasText(name);
            assertThat(page.locator(".tasks .task")).hasCount(before - 1);
            desk.assertQuiet();
        }
    }

    @Test
    void aLostConnectionIsShownAndFound() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            assertThat(page.locator(".connection")).containsText("live");

            page.context().setOffline(true);

            assertThat(page.locator(".connection")).containsText("offline", contains(LIVE));
            page.context().setOffline(false);
            assertThat(page.locator(".connection")).containsText("live", contains(LIVE));
        }
    }

    @Test
    void whoSignsOutLeavesNothingBehind() {
        try (var desk = signIn(Screen.WIDE, "chen")) {
            var page = desk.page();
            page.locator(".menu summary").click();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign out"))
                    .click();
            assertThat(page.locator("h1")).hasText("You have signed out");
            assertThat(page.context().cookies().stream().map(cookie -> cookie.name))
                    .noneMatch(cookie -> cookie.startsWith("q_session"));
            assertThat(desk.findings()).isEmpty();
        }
    }

    private static Desk signIn(Screen screen, String name) {
        var desk = Desk.signIn(chromium.browser(), screen, layout.url(Part.DESK), name);
        desk.settled();
        return desk;
    }

    private static String now() {
        return new ClockFile(layout.clockFile()).now().toString();
    }

    private static long toCall() {
        var tasks = as("okafor")
                .get(
                        Part.OUTREACH,
                        "/v1/call-tasks?school=%s&day=%s&limit=1000"
                                .formatted(SCHOOL, PlayedMorning.morning().day()));
        return StreamSupport.stream(tasks.path("items").spliterator(), false)
                .filter(task ->
                        List.of("OPEN", "CLAIMED").contains(task.path("state").asText()))
                .count();
    }

    private static LocatorAssertions.IsVisibleOptions within(Duration time) {
        return new LocatorAssertions.IsVisibleOptions().setTimeout(time.toMillis());
    }

    private static LocatorAssertions.ContainsTextOptions contains(Duration time) {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(time.toMillis());
    }

    private static Api as(String name) {
        return Api.as(name, layout);
    }
}
